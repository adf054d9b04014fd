import { AiSupportPanel } from './panel';
import { SuggestionCard } from './views/card';
import { ConsentForm } from './views/consent-form';
import { OutsideEngine } from './views/outside-engine';
import { SentCopy } from './views/sent-copy';
import { SourceCard } from './views/source-card';

const elements = {
  'aisupport-source-card': SourceCard,
  'aisupport-sent-copy': SentCopy,
  'aisupport-outside-engine': OutsideEngine,
  'aisupport-card': SuggestionCard,
  'aisupport-consent-form': ConsentForm,
  'aisupport-panel': AiSupportPanel,
};

// A page may include the file twice, under two addresses; the first one counts.
for (const [name, element] of Object.entries(elements)) {
  if (!customElements.get(name)) {
    customElements.define(name, element);
  }
}
