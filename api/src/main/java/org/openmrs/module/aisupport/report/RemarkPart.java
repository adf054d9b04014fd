/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.report;

import java.util.Map;
import org.openmrs.module.aisupport.engine.EngineCard;

/** What engines could not judge, did not use or did not answer: no suggestion is no reassurance. Each thing once, however often. */
final class RemarkPart {

    private final Markup out;
    private final ReportWords words;
    private final ReportEngines engines;

    RemarkPart(Markup out, ReportWords words, ReportEngines engines) {
        this.out = out;
        this.words = words;
        this.engines = engines;
    }

    void write(Map<String, Map<EngineRuns.Remark, EngineRuns.Times>> remarks) {
        if (remarks.isEmpty()) {
            return;
        }
        out.line("h3", words.of("remark.title")).line("p", words.of("remark.intro"));
        remarks.forEach((engine, ofEngine) -> {
            out.line(
                            "p class=\"of\"",
                            engines.card(engine).map(EngineCard::name).orElse(engine))
                    .open("ul");
            ofEngine.forEach(this::remark);
            out.close("ul");
        });
    }

    private void remark(EngineRuns.Remark remark, EngineRuns.Times times) {
        String what = words.of("remark." + remark.kind().name(), remark.what(), remark.why());
        out.open("li").text(what.strip() + " ");
        out.line("span class=\"often\"", "(" + often(times) + ")").close("li");
    }

    private String often(EngineRuns.Times times) {
        String first = words.day(times.first());
        String last = words.day(times.last());
        return times.count() == 1
                ? words.of("once", first)
                : words.of(first.equals(last) ? "often.at" : "often", times.count(), first, last);
    }
}
