/** The answers' shapes as far as tests read them; that they are right is openapi.yaml's business. */
export interface Ref {
  readonly uuid: string;
  readonly display: string;
}

export interface ErrorBody {
  readonly error: {
    readonly message: string;
    readonly code: string;
    readonly detail: string;
    readonly fieldErrors?: Readonly<Record<string, readonly { code: string; message: string }[]>>;
    readonly standing?: Suggestion;
  };
}

export interface FhirOutcome {
  readonly resourceType: 'OperationOutcome';
  readonly issue: readonly [
    {
      readonly code: string;
      readonly details: { readonly coding: readonly [{ readonly code: string }]; readonly text: string };
      readonly diagnostics?: string;
    },
  ];
}

/** A FHIR R4 Consent, as far as tests read it. */
export interface FhirConsent {
  readonly id: string;
  readonly status: string;
  readonly extension: readonly { readonly url: string; readonly valueCode?: string }[];
  readonly provision: { readonly type: string; readonly provision?: readonly { readonly type: string }[] };
}

export interface FhirBundle {
  readonly total: number;
  readonly link: readonly { readonly relation: string; readonly url: string }[];
  readonly entry?: readonly { readonly fullUrl: string; readonly resource: FhirConsent }[];
}

export interface PurposeState {
  readonly purpose: string;
  readonly status: string;
  readonly permitted: boolean;
  readonly reason?: string;
  readonly since?: string;
  readonly expires?: string;
  readonly event?: string;
}

export interface ConsentOverview {
  readonly patient: Ref;
  readonly purposes: readonly PurposeState[];
  readonly events?: readonly ConsentEvent[];
}

export interface ConsentEvent {
  readonly uuid: string;
  readonly purpose: string;
  readonly decision: string;
  readonly reason?: string;
  readonly corrects?: string;
  readonly automatic: boolean;
  readonly recordedBy?: Ref;
  readonly recordedAt: string;
  readonly givenBy?: { role: string; name?: string; relationship?: string };
  readonly leaflet?: { version: string; language: string; sha256: string };
}

export interface ConsentRecorded {
  readonly event: ConsentEvent;
  readonly state: PurposeState;
  readonly withdrawnSuggestions: number;
  readonly alreadyShared: readonly unknown[];
}

export interface Leaflet {
  readonly purpose: string;
  readonly version: string;
  readonly language: string;
  readonly sha256: string;
}

/** Why a run was not begun: another for the same patient is not over. */
export interface RunUnderWay {
  readonly error: { readonly code: 'RUN_UNDER_WAY'; readonly run: { readonly uuid: string } };
}

export interface Run {
  readonly uuid: string;
  readonly status: string;
  readonly requestedAt: string;
  readonly finishedAt?: string;
  readonly engines: readonly {
    readonly engine: string;
    readonly status: string;
    readonly proposed: number;
    readonly missing: readonly { rule: string; inputs: readonly string[] }[];
  }[];
}

export interface Suggestion {
  readonly uuid: string;
  readonly label: string;
  readonly summary?: string;
  readonly detail?: string;
  readonly indicator: 'info' | 'warning' | 'critical';
  readonly status: string;
  readonly version: number;
  readonly engine: { readonly id: string; readonly version: string; readonly rule: string };
  readonly source?: { readonly label: string; readonly citation: string; readonly url?: string };
  readonly evidence: readonly {
    readonly record?: { readonly type: string; readonly uuid: string; readonly encounter?: string };
    readonly display: string;
    readonly value?: string;
    readonly date?: string;
    readonly stance: 'FOR' | 'AGAINST';
  }[];
  readonly limits?: string;
  readonly decision?: {
    readonly outcome: string;
    readonly by: Ref;
    readonly at: string;
    readonly overrideReason?: string;
    readonly comment?: string;
    readonly text?: string;
  };
  readonly applicable: readonly {
    readonly kind: ChartEntryKind;
    readonly text: string;
    readonly concept?: Ref;
    readonly obstacle?: string;
  }[];
  readonly applied: readonly {
    readonly kind: ChartEntryKind;
    readonly status: 'WRITTEN' | 'NOT_WRITTEN' | 'TAKEN_BACK' | 'KEPT';
    readonly reason?: string;
    readonly record?: string;
  }[];
}

export type ChartEntryKind = 'CONDITION' | 'DIAGNOSIS' | 'PLAN_NOTE';

export interface SuggestionList {
  readonly results: readonly Suggestion[];
  readonly totalCount: number;
  readonly permitted: boolean;
  readonly reason?: string;
}

export interface AuditRow {
  readonly kind: string;
  readonly outcome: string;
  readonly at: string;
  readonly actor?: Ref;
  readonly engine?: string;
  readonly suggestion?: string;
  readonly run?: string;
  readonly payloadHash?: string;
  readonly detail?: string;
}

export interface AuditList {
  readonly results: readonly AuditRow[];
  readonly totalCount: number;
}
