import { type APIRequestContext, expect } from '@playwright/test';

const SETTING = 'aisupport.visit.endNeedsDecisions';

/** With the rule on, which is off again afterwards, as it is by default: tests that run beside this one rely on that. */
export async function endingNeedsDecisions(
  administrator: APIRequestContext,
  url: string,
  meanwhile: () => Promise<void>,
): Promise<void> {
  const set = async (value: string): Promise<void> => {
    const answer = await administrator.post(`${url}/ws/rest/v1/systemsetting/${SETTING}`, { data: { value } });
    expect(answer.status(), await answer.text()).toBe(200);
  };
  await set('true');
  try {
    await meanwhile();
  } finally {
    await set('false');
  }
}
