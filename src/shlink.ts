// `shlink.html#shlink:/…` is the same viewer at an address that other software knows. It is a page of its own rather
// than a redirect, so that the link never stands in a second address.
import './main'
