// What every chart shows at once is one piece: each further one would be a request more while the chart opens (P3).
export { default as ConsentTag } from './consent/consent-tag.extension';
export { default as SuggestionsButton } from './suggestions/suggestions-button.extension';
