import { type APIRequestContext, type APIResponse, expect } from '@playwright/test';
import type { World } from '../../src/world/settings.js';
import type { Registered } from './people.js';

export const ATTRIBUTE_TYPE = '5c1d3a42-7e0b-4f37-9b1c-7a1f6d0e8c11';
export const YES = '8a2f6c1e-3d54-4b8a-8f0e-1c9b7d2a4e01';
export const NO = '8a2f6c1e-3d54-4b8a-8f0e-1c9b7d2a4e02';
export const UNDECIDED = '8a2f6c1e-3d54-4b8a-8f0e-1c9b7d2a4e03';
export const NONSENSE = 'perhaps';

/** Somebody who changes the person attribute past the module, by what OpenMRS and its other modules offer, as the superuser. */
export class Outside {
  constructor(
    private readonly request: APIRequestContext,
    readonly world: World,
  ) {}

  /** A call that must succeed, below OpenMRS's context path. */
  async call(method: string, path: string, data?: unknown, type = 'application/json'): Promise<APIResponse> {
    const response = await this.attempt(method, path, data, type);
    expect(response.ok(), `${method} ${path}: ${response.status()} ${await response.text()}`).toBe(true);
    return response;
  }

  async attempt(
    method: string,
    path: string,
    data?: unknown,
    type = 'application/json',
  ): Promise<APIResponse> {
    return this.request.fetch(`${this.world.url}/ws/${path}`, {
      method,
      ...(data !== undefined && { data: JSON.stringify(data), headers: { 'Content-Type': type } }),
    });
  }

  async read<T>(path: string): Promise<T> {
    return (await (await this.call('GET', path)).json()) as T;
  }

  /** The address of the attribute that the patient has now. */
  async attribute(patient: Registered): Promise<string> {
    const { attributes } = await this.read<{
      attributes: { uuid: string; attributeType: { uuid: string } }[];
    }>(`rest/v1/person/${patient.uuid}?v=full`);
    const uuid = attributes.find(({ attributeType }) => attributeType.uuid === ATTRIBUTE_TYPE)?.uuid;
    if (!uuid) {
      throw new Error('The patient has no such attribute');
    }
    return uuid;
  }
}
