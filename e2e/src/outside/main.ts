import { OutsideService } from './service.js';

const service = await OutsideService.start(Number(process.argv[2] ?? 0));
console.log(`A made-up engine outside answers at ${service.url} until Ctrl+C.
Allow it when the server starts: --property aisupport.outside.hosts=inside:${service.host}
Tests find it by AISUPPORT_OUTSIDE=${service.url}`);
