// What only a viewer that was launched by an EHR needs: fhirclient is in here and in nothing that others load.
export { launchStore } from '../storage'
export { connect } from './connect'
export { exchange } from './exchange'
