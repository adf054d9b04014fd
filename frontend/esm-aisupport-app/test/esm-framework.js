// The framework's mock, but with its own way of asking the server: what it throws is what the screens have to tell.
export * from '@openmrs/esm-framework/mock';
export { openmrsFetch, OpenmrsFetchError } from '@openmrs/esm-api';
