import { Type } from '@openmrs/esm-framework';

/** What an implementer can set; see docs/o3.md. */
export const configSchema = {
  showTagWhenNotRecorded: {
    _type: Type.Boolean,
    _default: true,
    _description: 'Whether the patient banner says that nobody has asked the patient about AI yet.',
  },
  recordPages: {
    _description:
      'The page of the patient chart that a cited record links to, by its kind; empty where there is none.',
    obs: { _type: Type.String, _default: 'results', _description: 'For observations.' },
    vitals: {
      _type: Type.String,
      _default: 'vitals-and-biometrics',
      _description: 'For observations of the concepts in vitalsConcepts.',
    },
    condition: { _type: Type.String, _default: 'conditions', _description: 'For conditions.' },
    diagnosis: { _type: Type.String, _default: 'visits', _description: 'For diagnoses of an encounter.' },
    order: { _type: Type.String, _default: 'orders', _description: 'For orders, of medicines as well.' },
  },
  vitalsConcepts: {
    _type: Type.Array,
    _elements: { _type: Type.ConceptUuid },
    // What O3's own vitals app shows unless a site says otherwise; its configuration can't be read where it is not installed.
    _default: [
      '5085AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
      '5086AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
      '5087AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
      '5088AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
      '5089AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
      '5090AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
      '5092AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
      '5242AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
      '1342AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
      '1343AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    ],
    _description:
      'The concepts that the chart shows on its page of vitals, as @openmrs/esm-patient-vitals-app is told.',
  },
};

export interface Config {
  readonly showTagWhenNotRecorded: boolean;
  readonly recordPages: Readonly<Record<'obs' | 'vitals' | 'condition' | 'diagnosis' | 'order', string>>;
  readonly vitalsConcepts: readonly string[];
}
