// What the server sends and takes, by hand after openapi.yaml: an instant is ISO 8601 with offset.
// The closed lists of words are today's. A newer server may send another word, so the screen never relies on one of
// them being there: whatever it does not know is drawn as it came, and nothing can be decided on it.

export interface Ref {
  readonly uuid: string;
  readonly display: string;
}

/** Whether a visit can be ended now, and if not, why, in the reader's language. */
export interface VisitEnd {
  readonly visit: string;
  readonly refused: boolean;
  readonly message?: string;
}

export const PURPOSES = ['own-care', 'external-processing', 'quality', 'development', 'commercial'] as const;

export type Purpose = (typeof PURPOSES)[number];

export type ConsentStatus =
  'NOT_RECORDED' | 'GRANTED' | 'REFUSED' | 'WITHDRAWN' | 'EXPIRED' | 'LAPSED' | 'PENDING';

export const DENIAL_REASONS = [
  'NO_RECORD',
  'REFUSED',
  'WITHDRAWN',
  'EXPIRED',
  'LEAFLET_CHANGED',
  'CAME_OF_AGE',
  'GUARDIANSHIP_ENDED',
  'GUARDIAN_NEEDED',
  'MERGED',
  'ATTRIBUTE_CHANGED',
  'PENDING_EVIDENCE',
  'NOT_YET_EFFECTIVE',
  'MIRROR_DIFFERS',
  'NARROWED',
  'DECEASED',
  'NO_PATIENT',
  'UNREADABLE',
] as const;

export type DenialReason = (typeof DENIAL_REASONS)[number];

export interface PurposeState {
  readonly purpose: Purpose;
  readonly status: ConsentStatus;
  readonly permitted: boolean;
  readonly reason?: DenialReason;
  readonly since?: string;
  readonly expires?: string;
  readonly includesSensitive: boolean;
  /** The uuid of the event that stands. */
  readonly event?: string;
}

export interface ConsentOverview {
  readonly patient: Ref;
  readonly purposes: readonly PurposeState[];
  /** The ledger, newest first; only when asked for in full. */
  readonly events?: readonly ConsentEvent[];
}

export type GiverRole = 'PATIENT' | 'GUARDIAN' | 'PROXY';
export type ConsentMethod = 'SPOKEN' | 'WRITTEN' | 'ELECTRONIC';

export interface Giver {
  readonly role: GiverRole;
  readonly name?: string;
  readonly relationship?: string;
}

export interface ConsentRequest {
  readonly patient: string;
  readonly purpose: Purpose;
  readonly decision: 'GRANT' | 'REFUSE' | 'WITHDRAW' | 'CORRECT' | 'LAPSE';
  /** With CORRECT: the uuid of the event that was recorded in error. */
  readonly corrects?: string;
  /** With LAPSE. */
  readonly reason?: 'GUARDIANSHIP_ENDED';
  readonly expires?: string;
  readonly includesSensitive?: boolean;
  readonly givenBy?: Giver;
  readonly method?: ConsentMethod;
  readonly leaflet?: { readonly version: string; readonly language: string };
  readonly note?: string;
}

export type ConsentDecision = 'GRANT' | 'REFUSE' | 'WITHDRAW' | 'CORRECT' | 'EXPIRE' | 'LAPSE' | 'IMPORT';

/** The leaflet that was told, as the ledger keeps it: which text, and who gets what. */
export interface LeafletTold {
  readonly version: string;
  readonly language: string;
  readonly sha256: string;
  readonly recipient?: string;
  readonly country?: string;
  readonly retention?: string;
}

/** One line of the ledger (C3). */
export interface ConsentEvent {
  readonly uuid: string;
  /** Whose record it was said for; that record may have been merged into this one since. */
  readonly patient: string;
  readonly purpose: Purpose;
  readonly decision: ConsentDecision;
  readonly reason?: DenialReason;
  readonly corrects?: string;
  /** The module wrote it by itself; then nobody recorded it. */
  readonly automatic: boolean;
  readonly includesSensitive: boolean;
  readonly givenBy?: Giver;
  readonly method?: ConsentMethod;
  readonly leaflet?: LeafletTold;
  readonly recordedBy?: Ref;
  readonly recordedAt: string;
  readonly effectiveAt: string;
  readonly expiresAt?: string;
  readonly note?: string;
}

/** What has left the practice already and can't be recalled. */
export interface Shared {
  readonly recipient: string;
  readonly at: string;
}

export interface ConsentEventRecorded {
  readonly event: ConsentEvent;
  readonly state: PurposeState;
  readonly withdrawnSuggestions: number;
  readonly alreadyShared: readonly Shared[];
}

/** A consent to ask for again. */
export interface Renewal {
  /** Its display is empty for whoever may not get patients. */
  readonly patient: Ref;
  readonly purpose: Purpose;
  readonly status: ConsentStatus;
  readonly reason?: DenialReason;
  readonly since?: string;
  readonly expires?: string;
}

export interface RenewalList {
  readonly results: readonly Renewal[];
  readonly totalCount: number;
}

export interface Leaflet {
  readonly purpose: Purpose;
  readonly version: string;
  readonly language: string;
  readonly title: string;
  readonly text: readonly string[];
  readonly recipient: string;
  readonly country: string;
  readonly retention: string;
  readonly sha256: string;
}

export interface LeafletList {
  readonly results: readonly Leaflet[];
}

export type RunStatus = 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELLED' | 'DISCARDED';

export interface RuleMissing {
  readonly rule: string;
  readonly label: string;
  readonly inputs: readonly string[];
}

export interface EngineRun {
  readonly engine: string;
  readonly version: string;
  readonly status: RunStatus;
  readonly proposed: number;
  readonly missing: readonly RuleMissing[];
  readonly dataQuality: readonly string[];
  readonly error?: string;
}

export interface Run {
  readonly uuid: string;
  readonly status: RunStatus;
  readonly finishedAt?: string;
  readonly engines: readonly EngineRun[];
}

export interface RunRequest {
  readonly patient: string;
  readonly visit?: string;
  readonly encounter?: string;
  /** By their ids; without them those that are asked as a matter of course. */
  readonly engines?: readonly string[];
}

/** What a run sent to one engine outside. */
export interface Sent {
  readonly uuid: string;
  readonly engine: string;
  readonly recipient: string;
  readonly sentAt: string;
  readonly keptUntil: string;
  /** False where the key is gone, or what was kept was changed. */
  readonly readable: boolean;
  /** All of it that concerns the patient, as it left. */
  readonly payload?: string;
}

export interface SentList {
  readonly results: readonly Sent[];
}

export const SUGGESTION_STATUSES = [
  'OPEN',
  'UNREVIEWED',
  'ACCEPTED',
  'ACCEPTED_WITH_EDITS',
  'REJECTED',
  'SUPERSEDED',
  'WITHDRAWN',
] as const;

export type SuggestionStatus = (typeof SUGGESTION_STATUSES)[number];

export type Indicator = 'info' | 'warning' | 'critical';

export interface EvidenceRecord {
  readonly type: 'obs' | 'condition' | 'diagnosis' | 'order' | 'patient';
  readonly uuid: string;
  readonly encounter?: string;
  /** The uuid of what the record is about. */
  readonly concept?: string;
}

export interface Evidence {
  readonly record?: EvidenceRecord;
  readonly display: string;
  readonly value?: string;
  readonly date?: string;
  readonly stance: 'FOR' | 'AGAINST';
}

export interface Decision {
  readonly uuid: string;
  readonly outcome: 'ACCEPTED' | 'ACCEPTED_WITH_EDITS' | 'REJECTED';
  /** The user. */
  readonly by: Ref;
  readonly at: string;
  readonly undoableUntil: string;
  readonly overrideReason?: string;
  readonly comment?: string;
  readonly text?: string;
}

export interface Source {
  readonly label: string;
  readonly url?: string;
  readonly citation: string;
}

export interface Suggestion {
  readonly uuid: string;
  readonly display: string;
  readonly label: string;
  readonly encounter?: string;
  readonly summary?: string;
  readonly detail?: string;
  readonly indicator: Indicator;
  readonly kind: 'diagnosis' | 'medication' | 'test' | 'follow-up';
  readonly engine: { readonly id: string; readonly version: string; readonly rule: string };
  /** The uuid of the run that brought it; absent from a server that does not tell it yet, like the next. */
  readonly run?: string;
  /** Whether it was made outside this practice. */
  readonly outside?: boolean;
  readonly source?: Source;
  readonly evidence: readonly Evidence[];
  readonly limits?: string;
  readonly status: SuggestionStatus;
  readonly createdAt: string;
  readonly decision?: Decision;
  /** What accepting can write into the chart; empty once it is decided. */
  readonly applicable: readonly Applicable[];
  /** What became of what decisions on it were to write, undone ones too. */
  readonly applied: readonly Applied[];
  readonly version: number;
}

export type ChartEntryKind = 'CONDITION' | 'DIAGNOSIS' | 'PLAN_NOTE';

export interface Applicable {
  readonly kind: ChartEntryKind;
  readonly text: string;
  readonly concept?: Ref;
  readonly obstacle?: ChartEntryObstacle;
}

export type ChartEntryObstacle = 'NO_PRIVILEGE' | 'NO_ENCOUNTER' | 'NOT_CONFIGURED' | 'ALREADY_RECORDED';

export interface Applied {
  readonly kind: ChartEntryKind;
  readonly status: 'WRITTEN' | 'NOT_WRITTEN' | 'TAKEN_BACK' | 'KEPT';
  readonly reason?: ChartEntryObstacle | 'CHANGED' | 'GONE';
  readonly record?: string;
}

export interface SuggestionList {
  readonly results: readonly Suggestion[];
  readonly totalCount: number;
  readonly permitted: boolean;
  readonly reason?: DenialReason;
}

/** One of those that a GP asked for, over all patients. */
export interface AwaitingSuggestion extends Suggestion {
  /** Its display is empty for whoever may not get patients. */
  readonly patient: Ref;
}

export interface WaitingPatient {
  readonly patient: Ref;
  readonly count: number;
  /** Since when the first of them has waited. */
  readonly oldest: string;
}

export interface AwaitingList {
  /** Oldest first. */
  readonly results: readonly AwaitingSuggestion[];
  readonly totalCount: number;
  /** Everybody who waits, whomever was asked for; who has waited longest first. */
  readonly patients: readonly WaitingPatient[];
  /** Whether still others wait, who were left out. */
  readonly more?: boolean;
}

export interface DecisionRequest {
  readonly outcome: 'ACCEPTED' | 'REJECTED';
  readonly version: number;
  readonly encounter?: string;
  readonly text?: string;
  readonly overrideReason?: string;
  readonly apply?: readonly { readonly kind: ChartEntryKind; readonly text?: string }[];
}

export interface OverrideReason {
  readonly code: string;
  readonly display: string;
  /** What it is about; absent from a server that does not group them yet. */
  readonly group?: ReasonGroup;
}

export interface ReasonGroup {
  readonly code: string;
  readonly display: string;
}

export interface EngineList {
  readonly results: readonly Engine[];
  readonly overrideReasons: readonly OverrideReason[];
}

export interface EngineRule {
  readonly id: string;
  readonly version: string;
  /** The documented variant that this installation chose; absent while the rule's own holds. */
  readonly variant?: string;
  readonly label: string;
  readonly citation: string;
  readonly url?: string;
  /** The day on which this version was released. */
  readonly revised?: string;
  readonly reviewDate: string;
  readonly reviewDue?: boolean;
  /** What of the person it uses, in English words, and what not; the nine that HTI-1 asks for. */
  readonly uses?: readonly string[];
  readonly usesNot?: readonly string[];
  /** Not used in this installation: not judged, and nothing is read for it. */
  readonly switchedOff?: boolean;
  /** What this site has to choose before the rule can be judged, in English words; it is switched off until then. */
  readonly lacksVariant?: string;
  readonly inputs: readonly string[];
}

export interface Shares {
  /** In words. */
  readonly inputs: readonly string[];
  readonly age: boolean;
  readonly sex: boolean;
}

/** The source card (E4): who made the engine, what for, and what to beware of. */
export interface Engine {
  readonly id: string;
  readonly display: string;
  readonly version: string;
  readonly where: 'EMBEDDED' | 'REMOTE';
  /** Of one outside: the host that receives what is sent. */
  readonly recipient?: string | null;
  /** Of one outside: whether it belongs to a commercial company. */
  readonly commercial?: boolean | null;
  /** Of one outside: where that is, and how long it keeps what it is sent, as patients are told. */
  readonly country?: string | null;
  readonly retention?: string | null;
  /** Of one outside: whether it is asked with each run of a patient who agreed to that. */
  readonly startsByItself?: boolean | null;
  /** Of one outside: the most of a record that it is sent. */
  readonly shares?: Shares | null;
  readonly developer: string;
  readonly funding?: string;
  readonly purpose: string;
  readonly intendedUse: string;
  readonly cautions: string;
  readonly validation?: string;
  readonly licence: string;
  readonly inputs: readonly string[];
  readonly rules: readonly EngineRule[];
}

export interface MappedConcept {
  readonly uuid: string;
  readonly display: string;
  /** The code that found it in this dictionary. */
  readonly matchedBy?: string;
  readonly unit?: string;
}

export interface InputCoverage {
  readonly input: string;
  readonly label: string;
  readonly available: boolean;
  readonly concepts: readonly MappedConcept[];
  /** Why values of a concept would not be used. */
  readonly problems: readonly string[];
}

export interface RuleCoverage {
  readonly rule: string;
  readonly label: string;
  readonly canFire: boolean;
  readonly switchedOff?: boolean;
  /** What this site has to choose before the rule can be judged, in English words; it is switched off until then. */
  readonly lacksVariant?: string;
  readonly missingInputs: readonly string[];
}

/** What this installation's dictionary can supply. */
export interface Coverage {
  readonly mappingVersion: string;
  readonly mappingSource: string;
  readonly inputs: readonly InputCoverage[];
  readonly rules: readonly RuleCoverage[];
}

/** A number of patients; of a small one only that it is small. */
export type PatientCount = { readonly count: number } | { readonly fewerThan: number };

export interface InputCount {
  readonly input: string;
  readonly label: string;
  /** Absent where nothing was counted. */
  readonly patients?: PatientCount;
  /** Not counted, since it touches a sensitive topic. */
  readonly sensitive: boolean;
}

/** For how many patients who permit it the rules' required inputs were ever recorded. */
export interface PatientCounts {
  readonly countedAt: string;
  readonly permitted: PatientCount;
  readonly rules: readonly {
    readonly rule: string;
    readonly label: string;
    readonly inputs: readonly InputCount[];
  }[];
}

export interface Check {
  readonly check: string;
  readonly ok: boolean;
  /** What needs attention, and what to do about it. */
  readonly detail: string;
}

export interface Failure {
  readonly at: string;
  readonly engine: string;
  readonly rule?: string;
  readonly run?: string;
  readonly message: string;
}

export interface Status {
  readonly version: string;
  readonly checks: readonly Check[];
  readonly recentFailures: readonly Failure[];
}

export type FieldErrors = Readonly<
  Record<string, readonly { readonly code: string; readonly message: string }[]>
>;

export interface ErrorBody {
  readonly error: {
    readonly message: string;
    readonly code: string;
    readonly fieldErrors?: FieldErrors;
    readonly standing?: Suggestion;
    /** Of a run that is refused because another is not over: that other. */
    readonly run?: { readonly uuid: string };
  };
}

/** OpenMRS's own answer to GET session; only what the panel reads of it. */
export interface Session {
  readonly authenticated: boolean;
  readonly user?: {
    readonly uuid: string;
    readonly privileges?: readonly { readonly display: string }[];
    readonly roles?: readonly { readonly display: string }[];
  } | null;
  readonly currentProvider?: { readonly uuid: string } | null;
}
