/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is printed can be read, whoever's name it is. */
@Tag("A3")
class ReportPrinterTest {

    private static String printed(String text) {
        return ReportReading.text(new ReportPrinter().print(page(text)));
    }

    private static String page(String text) {
        Markup page = new Markup().open("html lang=\"en\"").open("head").line("title", "A title");
        page.open("meta name=\"subject\" content=\"AI\"/").open("meta name=\"description\" content=\"AI\"/");
        page.open("style").text(ReportStyle.CSS).close("style").close("head");
        page.open("body").line("p", text).close("body").close("html");
        return page.toString();
    }

    @Test
    void the_letters_of_europe_are_printed() {
        String names = "Łukasz Őry Ștefan Θάλεια Дмитрий Þórr Ģirts Żółć ŋ ß Zoé Ångström";

        assertThat(printed(names)).contains(names);
    }

    @Test
    void what_the_font_has_no_sign_for_is_a_box_and_does_not_vanish() {
        assertThat(printed("Li 漢字 Wei")).contains("Li □□ Wei");
    }

    @Test
    void who_would_wait_for_another_report_for_too_long_is_told_so_and_the_next_one_is_printed() throws Exception {
        ReentrantLock turn = new ReentrantLock(true);
        ReportPrinter printer = new ReportPrinter(turn, Duration.ZERO);
        String page = page("waits");
        turn.lock(); // as another thread that prints

        ExecutorService others = Executors.newSingleThreadExecutor();
        try {
            assertThatThrownBy(() -> others.submit(() -> printer.print(page)).get())
                    .hasCauseInstanceOf(PrinterBusyException.class);
            turn.unlock();
            assertThat(others.submit(() -> printer.print(page)).get()).isNotEmpty();
        } finally {
            others.shutdownNow();
        }
    }

    @Test
    void what_xml_cannot_hold_and_what_turns_writing_around_is_shown_as_a_sign() {
        String page = new Markup().text("a\u0007b\u202Ec\uD800d\uFFFFe").toString();

        assertThat(page).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
    }
}
