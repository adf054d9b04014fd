import { Metrics } from '../support/metrics.js';
import { expect, test } from '../support/test.js';

test('an encounter is counted on the way, and no number names anybody (O2, X3)', async ({
  as,
  people,
  practice,
}) => {
  const before = await Metrics.of(as.administrator);
  const patient = await people.someone();
  const suggestion = (await practice.suggested(patient))[0];
  await practice.accept(suggestion);
  const { status, headers, text } = await as.administrator.get('/metrics');

  expect(status).toBe(200);
  expect(headers['content-type']).toMatch(/^text\/plain; ?version=0\.0\.4/);
  const after = Metrics.in(text);
  for (const series of [
    'aisupport_runs_requested_total',
    'aisupport_runs_ended_total{status="completed"}',
    'aisupport_engine_calls_total{end="answered",engine="guidelines"}',
    'aisupport_engine_call_seconds_count{engine="guidelines"}',
    'aisupport_gate_answers_total{answer="permitted",reason="none"}',
    'aisupport_decisions_total{outcome="accepted"}',
  ]) {
    // Other tests run meanwhile: at least this one was counted.
    expect(after.get(series), series).toBeGreaterThan(before.get(series) ?? 0);
  }
  expect(after.get('aisupport_gauges_unreadable')).toBe(0);
  for (const secret of [patient.uuid, patient.name, suggestion.uuid]) {
    expect(text).not.toContain(secret);
  }
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
});

test('whoever asks for OpenMetrics gets it (O2)', async ({ as }) => {
  const { headers, text } = await as.administrator.send('GET', '/metrics', {
    headers: { Accept: 'application/openmetrics-text;version=1.0.0,text/plain;q=0.5' },
  });

  expect(headers['content-type']).toMatch(/^application\/openmetrics-text/);
  expect(text).toMatch(/# EOF\n$/);
});
