import { Type } from '@openmrs/esm-framework';

/** What an implementer can set; see docs/o3.md. */
export const configSchema = {
  showTagWhenNotRecorded: {
    _type: Type.Boolean,
    _default: true,
    _description: 'Whether the patient banner says that nobody has asked the patient about AI yet.',
  },
};

export interface Config {
  readonly showTagWhenNotRecorded: boolean;
}
