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
    condition: { _type: Type.String, _default: 'conditions', _description: 'For conditions.' },
    diagnosis: { _type: Type.String, _default: 'visits', _description: 'For diagnoses of an encounter.' },
    order: { _type: Type.String, _default: 'orders', _description: 'For orders, of medicines as well.' },
  },
};

export interface Config {
  readonly showTagWhenNotRecorded: boolean;
  readonly recordPages: Readonly<Record<'obs' | 'condition' | 'diagnosis' | 'order', string>>;
}
