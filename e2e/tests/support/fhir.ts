import { NO, type Outside, UNDECIDED, YES } from './outside.js';
import type { Registered } from './people.js';

const EXTENSION = 'http://fhir.openmrs.org/ext/person-attribute';
const NAME = 'AI support consent';

interface Resource {
  readonly extension?: readonly { readonly url: string }[];
}

/** Through fhir2, which shows and takes each person attribute as an extension that names the type. */
export function writtenByFhir(method: 'PUT' | 'PATCH') {
  return (value: string) => async (outside: Outside, patient: Registered) => {
    if (method === 'PATCH') {
      const change = { extension: [extension(value)] };
      await outside.call(method, address(patient), change, 'application/merge-patch+json');
    } else {
      await putPatient(outside, patient, [extension(value)]);
    }
  };
}

/** The patient as FHIR has it, sent back with other attributes. */
export async function putPatient(
  outside: Outside,
  patient: Registered,
  attributes: readonly object[],
): Promise<void> {
  const resource = await outside.read<Resource>(address(patient));
  const others = (resource.extension ?? []).filter(({ url }) => url !== EXTENSION);
  const changed = { ...resource, extension: [...others, ...attributes] };
  await outside.call('PUT', address(patient), changed, 'application/fhir+json');
}

function extension(value: string): object {
  const isConcept = [YES, NO, UNDECIDED].includes(value);
  return {
    url: EXTENSION,
    extension: [
      { url: `${EXTENSION}-type`, valueString: NAME },
      {
        url: `${EXTENSION}-value`,
        ...(isConcept ? { valueCodeableConcept: { coding: [{ code: value }] } } : { valueString: value }),
      },
    ],
  };
}

function address({ uuid }: Registered): string {
  return `fhir2/R4/Patient/${uuid}`;
}
