/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.snapshot.ConceptMapping;
import org.openmrs.module.aisupport.snapshot.ConceptMappings;
import org.openmrs.module.aisupport.testing.FakeSettings;

/** docs/rules.md is for clinicians, and must not say anything else than the rules do. */
@Tag("E4")
class RulesPageTest {

    private static final Path PAGE = Path.of(System.getProperty("basedir", ""), "..", "docs", "rules.md");
    private static final String MARK = "<!-- From here on written by RulesPageTest from the rules' data files. -->\n";

    private static final ConceptMapping MAPPING =
            new ConceptMappings(new FakeSettings(), () -> Path.of("none")).current();

    private static String page(RuleDefinition... rules) {
        return RulesPage.of(List.of(rules), MAPPING);
    }

    @Test
    void the_page_of_rules_says_what_the_data_files_say() throws IOException {
        String written = Files.readString(PAGE);
        int mark = written.indexOf(MARK) + MARK.length();
        String anew = written.substring(0, mark)
                + page(GuidelineEngine.all().stream().map(Rule::definition).toArray(RuleDefinition[]::new));
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(PAGE, anew);
            return;
        }

        assertThat(mark)
                .as("docs/rules.md has lost the line that ends its hand-written part")
                .isGreaterThan(MARK.length());
        assertThat(written.lines().toList())
                .as(
                        "docs/rules.md does not say what the rules' data files say. Write it anew with"
                                + " mvn -pl api -am -Dtest=RulesPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dupdate.docs=true test")
                .containsExactlyElementsOf(anew.lines().toList());
    }

    @Test
    void it_says_when_a_rule_speaks_what_it_reads_where_it_comes_from_and_what_it_can_not_see() {
        assertThat(page(RuleDefinitions.load(MetforminRenalRule.ID)))
                .contains("## Metformin and kidney function\n`metformin-renal`, version 1 of 20")
                .contains("- stop below: 30\n")
                .contains("- Critical, about a medicine: **Metformin with eGFR *egfr*: contraindicated below 30**")
                .contains("no concept for: Metformin; Serum creatinine.")
                .contains("](https://www.ema.europa.eu/")
                .contains("**Limits.** One creatinine does not tell acute from chronic.")
                .contains("**Variants.** None.");
    }

    @Test
    void of_a_variant_it_says_what_is_different_and_no_more() {
        assertThat(page(RuleDefinitions.load("metformin-variants")))
                .contains(
                        "- `metformin-variants=strict`, The strict one ([Strict, for tests](https://example.org/strict).")
                .contains(
                        "\n  - stop below: 60\n  - says: **Stop metformin, says the strict one: eGFR *egfr*** For tests."
                                + "\n  - limits: Strict limits.\n")
                .contains("- `metformin-variants=reworded`, Other words ([For tests](https://example.org/rules)."
                        + " For tests, 2026.)\n  - limits: Other limits.\n");
    }
}
