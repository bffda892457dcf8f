// `SMARTHealthCard/#{"verifiableCredential":[…]}` is the same viewer at the address that the standard recommends for
// cards behind a link. A page of its own, one level down, so that the card never stands in a second address.
import './main'
