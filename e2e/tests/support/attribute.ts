import { type APIRequestContext, expect } from '@playwright/test';
import type { World } from '../../src/world/settings.js';
import type { Patient } from './people.js';

const TYPE = 'AI support consent';

interface Attribute {
  readonly uuid: string;
  readonly attributeType: { uuid: string; display: string };
  readonly value: { uuid: string } | string;
}

/** The person attribute that mirrors consent, changed from outside as a registration form would: by OpenMRS's own REST. */
export class ConsentAttribute {
  constructor(
    private readonly openmrs: APIRequestContext,
    private readonly world: World,
    private readonly patient: Patient,
  ) {}

  /** The UUID of the concept that is its value; undefined where the person has none. */
  async value(): Promise<string | undefined> {
    const value = (await this.find())?.value;
    return typeof value === 'object' ? value.uuid : value;
  }

  async set(concept: string): Promise<void> {
    const attribute = await this.find();
    const response = await this.openmrs.post(`${this.address}/${attribute?.uuid ?? ''}`, {
      data: attribute ? { value: concept } : { attributeType: await this.type(), value: concept },
    });
    expect(response.ok(), await response.text()).toBe(true);
  }

  async delete(): Promise<void> {
    const response = await this.openmrs.delete(`${this.address}/${(await this.find())?.uuid ?? ''}`);
    expect(response.ok(), await response.text()).toBe(true);
  }

  private async find(): Promise<Attribute | undefined> {
    // As part of the person, since a list of attributes asked for in full fails on OpenMRS itself.
    const response = await this.openmrs.get(`${this.person}?v=full`);
    const { attributes } = (await response.json()) as { attributes: Attribute[] };
    return attributes.find(({ attributeType }) => attributeType.display === TYPE);
  }

  private async type(): Promise<string> {
    const response = await this.openmrs.get(`${this.world.url}/ws/rest/v1/personattributetype?q=${TYPE}`);
    const { results } = (await response.json()) as { results: { uuid: string }[] };
    expect(results, `the person attribute type ${TYPE}`).toHaveLength(1);
    return results[0]?.uuid ?? '';
  }

  private get address(): string {
    return `${this.person}/attribute`;
  }

  private get person(): string {
    return `${this.world.url}/ws/rest/v1/person/${this.patient.uuid}`;
  }
}
