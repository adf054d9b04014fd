import { describe, expect, it } from 'vitest';
import { indented } from '@aisupport/core/indented';
import { sentLines } from '@aisupport/core/sent-lines';

const request = (prefetch: object) => JSON.stringify({ hook: 'patient-view', context: {}, prefetch });
const bundle = (...resources: object[]) => ({
  resourceType: 'Bundle',
  entry: resources.map((resource) => ({ resource })),
});
const age = { value: 90, comparator: '>=', unit: 'years', system: 'http://unitsofmeasure.org', code: 'a' };
const HBA1C = {
  resourceType: 'Observation',
  id: 'o-1',
  code: { text: 'HbA1c' },
  valueQuantity: { value: 52, unit: 'mmol/mol' },
  effectiveDateTime: '2026-07-21',
};

describe('E6: the lines of a CDS Hooks request', () => {
  it('tell age and sex', () => {
    const patient = {
      resourceType: 'Patient',
      id: 'p',
      gender: 'male',
      extension: [{ url: 'u', valueAge: age }],
    };

    expect(sentLines(request({ patient }))).toEqual([
      { kind: 'age', value: '>=90 years' },
      { kind: 'sex', value: 'male' },
    ]);
  });

  it('tell each record with its value and day', () => {
    const records = bundle(
      HBA1C,
      { resourceType: 'Observation', id: 'o-2', code: { text: 'Smokes' }, valueBoolean: false },
      {
        resourceType: 'Condition',
        id: 'c',
        code: { text: 'Gout' },
        clinicalStatus: { coding: [{ code: 'inactive' }] },
        onsetDateTime: '2020-01-02',
      },
      {
        resourceType: 'MedicationRequest',
        id: 'm',
        status: 'active',
        medicationCodeableConcept: { text: 'Metformin' },
        authoredOn: '2026-03-02',
      },
      {
        resourceType: 'MedicationStatement',
        id: 'm',
        status: 'completed',
        medicationCodeableConcept: { text: 'Ibuprofen' },
        effectivePeriod: { start: '2026-03-03' },
      },
      {
        resourceType: 'Observation',
        id: 'a',
        code: { coding: [{ code: '30525-0' }], text: 'Age' },
        valueQuantity: age,
      },
      { resourceType: 'OperationOutcome', issue: [] },
    );

    expect(sentLines(request({ records }))).toEqual([
      { kind: 'measurement', name: 'HbA1c', value: '52 mmol/mol', date: '2026-07-21' },
      { kind: 'answer', name: 'Smokes', value: false },
      { kind: 'problem', name: 'Gout', active: false, date: '2020-01-02' },
      { kind: 'medicine', name: 'Metformin', active: true, date: '2026-03-02' },
      { kind: 'medicine', name: 'Ibuprofen', active: false, date: '2026-03-03' },
      { kind: 'age', value: '>=90 years' },
    ]);
  });

  it('tell once what answered two questions, and hide nothing that they don’t know', () => {
    const other = { resourceType: 'Immunization', id: 'i' };

    expect(sentLines(request({ a: bundle(HBA1C), b: bundle(HBA1C, other), c: null }))).toEqual([
      { kind: 'measurement', name: 'HbA1c', value: '52 mmol/mol', date: '2026-07-21' },
      { kind: 'other', name: 'Immunization' },
      { kind: 'none', name: 'c' },
    ]);
  });
});

describe('E6: the lines of a chat request', () => {
  it('are the items of its record', () => {
    const record = {
      patient: { age: '60 years', sex: 'female' },
      today: '2026-08-05',
      items: [
        { id: 'i1', kind: 'measurement', name: 'HbA1c', value: '52 mmol/mol', date: '2026-07-21' },
        { id: 'i2', kind: 'problem', name: 'Gout', status: 'active' },
        { id: 'i3', kind: 'medication', name: 'Metformin', status: 'ended' },
        { id: 'i4', kind: 'answer', name: 'Smokes', value: 'no' },
        { id: 'i5', kind: 'novelty', name: 'Something' },
      ],
    };
    const messages = [
      { role: 'system', content: 'You support a GP.' },
      { role: 'user', content: JSON.stringify(record) },
    ];

    expect(sentLines(JSON.stringify({ model: 'm', messages }))).toEqual([
      { kind: 'age', value: '60 years' },
      { kind: 'sex', value: 'female' },
      { kind: 'measurement', name: 'HbA1c', value: '52 mmol/mol', date: '2026-07-21' },
      { kind: 'problem', name: 'Gout', active: true },
      { kind: 'medicine', name: 'Metformin', active: false },
      { kind: 'answer', name: 'Smokes', value: 'no' },
      { kind: 'other', name: 'Something' },
    ]);
  });

  it.each(['', 'nonsense', '[]', '{"other":1}', '{"messages":[{"role":"user","content":"hello"}]}'])(
    'are none of %j',
    (payload) => {
      expect(sentLines(payload)).toBeUndefined();
    },
  );
});

describe('E6: letter by letter', () => {
  it('only line breaks are added', () => {
    const payload = '{"a":[1.0,{"b":"x, {\\"y\\": [1]}"}],"c":{},"d":[],"a":null}';

    expect(indented(payload)).toBe(
      `{
  "a": [
    1.0,
    {
      "b": "x, {\\"y\\": [1]}"
    }
  ],
  "c": {},
  "d": [],
  "a": null
}`,
    );
  });

  it.each(['not JSON', '}{', '"open', ''])('nothing of %j is lost', (payload) => {
    expect(indented(payload).replace(/\s/g, '')).toBe(payload.replace(/\s/g, ''));
  });
});

describe('E3 E6: the lines of feedback', () => {
  const feedback = (...told: object[]) => JSON.stringify({ feedback: told });

  it('tell what became of each suggestion, and the reason’s code', () => {
    const reason = { code: 'not-clinically-appropriate', system: 's' };

    expect(
      sentLines(
        feedback(
          { card: 'c-1', outcome: 'accepted', acceptedSuggestions: [{ id: 's-1' }] },
          { card: 'c-2', outcome: 'overridden', overrideReason: { reason } },
          { card: 'c-3', outcome: 'overridden' },
        ),
      ),
    ).toEqual([
      { kind: 'accepted' },
      { kind: 'rejected', reason: 'not-clinically-appropriate' },
      { kind: 'rejected' },
    ]);
  });

  it('tell of what they don’t know that it was there', () => {
    expect(sentLines(feedback({ card: 'c-1', outcome: 'elsewhere' }))).toEqual([
      { kind: 'other', name: 'elsewhere' },
    ]);
  });
});
