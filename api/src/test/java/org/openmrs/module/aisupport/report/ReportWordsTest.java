/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditOutcome;
import org.openmrs.module.aisupport.charting.EntryObstacle;
import org.openmrs.module.aisupport.charting.EntryReturn;
import org.openmrs.module.aisupport.charting.WrittenEntry;
import org.openmrs.module.aisupport.consent.ConsentDecision;
import org.openmrs.module.aisupport.consent.ConsentMethod;
import org.openmrs.module.aisupport.consent.DenialReason;
import org.openmrs.module.aisupport.consent.Giver;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.PersonalData;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.platform.ChartWriter.EntryKind;
import org.openmrs.module.aisupport.snapshot.InputDefinition;
import org.openmrs.module.aisupport.suggestion.DecisionOutcome;
import org.openmrs.module.aisupport.suggestion.OverrideReason;

/** There are words for everything, in each language. */
@Tag("A3")
@Tag("P5")
class ReportWordsTest {

    private static Properties file(String language) throws IOException {
        Properties words = new Properties();
        try (InputStream in = ReportWords.class.getResourceAsStream("words_" + language + ".properties")) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return words;
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "es", "fr", "pt"})
    void each_language_has_the_words_of_english_with_the_same_places_to_fill(String language) throws IOException {
        Properties english = file("en");
        Properties other = file(language);

        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(places(other.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
            assertThat(other.getProperty(key)).as(key).isNotBlank().doesNotContain("\uFFFD");
        }
    }

    private static TreeSet<String> places(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    @Test
    void whatever_can_happen_has_words() {
        ReportWords words = new ReportWords(Locale.ENGLISH, ZoneOffset.UTC);
        List<String> needed = new ArrayList<>();
        add(needed, "log.", AuditKind.values());
        add(needed, "outcome.", DecisionOutcome.values());
        needed.addAll(Arrays.stream(AuditOutcome.values())
                .filter(outcome -> outcome != AuditOutcome.DONE)
                .map(outcome -> "outcome." + outcome)
                .toList());
        Arrays.stream(Purpose.values()).forEach(purpose -> needed.add("purpose." + purpose.id()));
        add(needed, "denied.", DenialReason.values());
        add(needed, "event.", ConsentDecision.values());
        add(needed, "method.", ConsentMethod.values());
        add(needed, "giver.", Giver.Role.values());
        add(needed, "kind.", InputDefinition.Kind.values());
        add(needed, "personal.", PersonalData.values());
        add(needed, "stance.", Evidence.Stance.values());
        add(needed, "indicator.", Proposal.Indicator.values());
        add(needed, "decision.", DecisionOutcome.values());
        add(needed, "entry.", EntryKind.values());
        add(needed, "written.", WrittenEntry.Status.values());
        add(needed, "obstacle.", EntryObstacle.values());
        add(needed, "log.CHART_ENTRY_RETURNED.", EntryReturn.Outcome.values());
        needed.addAll(List.of("obstacle.CHANGED", "obstacle.NO_PRIVILEGE", "written.KEPT.GONE"));
        add(needed, "reason.", OverrideReason.values());

        assertThat(needed).allMatch(words::has);
    }

    @Test
    void what_is_filled_in_is_never_filled_itself() {
        ReportWords words = new ReportWords(Locale.ENGLISH, ZoneOffset.UTC);

        assertThat(words.of("event.GRANT", "{1}", "{0}")).isEqualTo("{1} said yes to “{0}”.");
    }

    private static void add(List<String> needed, String prefix, Enum<?>... values) {
        Arrays.stream(values).forEach(value -> needed.add(prefix + value.name()));
    }
}
