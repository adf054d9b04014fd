import { serve } from './fake-server';

const query = new URLSearchParams(location.search);
const server = serve(query.get('scene') ?? 'unasked');
globalThis.fetch = server.fetch;
document.querySelector('aisupport-panel')?.setAttribute('locale', query.get('locale') ?? 'en');

// Loaded last: the panel asks as soon as it is defined.
await import('../src/index');
