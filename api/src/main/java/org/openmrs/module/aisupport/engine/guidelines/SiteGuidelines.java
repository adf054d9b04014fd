/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.util.List;
import java.util.Map;
import org.openmrs.module.aisupport.engine.EngineAnswer;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.SuggestionEngine;
import org.openmrs.module.aisupport.platform.Settings;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/**
 * The module's own rules, and of them the engine that a site's settings ask for. Read anew each time, so that a change counts at the
 * next run and on every node.
 */
public class SiteGuidelines implements SuggestionEngine {

    private final RuleBook book;
    private final Settings settings;
    private final GuidelineEngine whole;

    SiteGuidelines(List<RuleMaker> makers, Settings settings) {
        this.book = new RuleBook(makers);
        this.settings = settings;
        this.whole = new GuidelineEngine(book.rules(Map.of()));
    }

    public static SiteGuidelines load(Settings settings) {
        return new SiteGuidelines(GuidelineEngine.MAKERS, settings);
    }

    @Override
    public SuggestionEngine asSetUp() {
        RuleChoices choices = RuleChoices.read(settings, book);
        return choices.equals(RuleChoices.NONE) ? whole : new GuidelineEngine(book.rules(choices.variants()), choices);
    }

    @Override
    public EngineCard card() {
        return whole.card();
    }

    @Override
    public EngineAnswer suggest(Snapshot snapshot) {
        return whole.suggest(snapshot);
    }
}
