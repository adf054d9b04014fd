/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.charting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.engine.ProposedProblem;
import org.openmrs.module.aisupport.platform.ChartReader;
import org.openmrs.module.aisupport.platform.ChartReader.CodePattern;
import org.openmrs.module.aisupport.platform.ChartReader.MappedConcept;
import org.openmrs.module.aisupport.platform.ChartReader.ProblemRow;
import org.openmrs.module.aisupport.platform.ChartWriter;
import org.openmrs.module.aisupport.platform.ChartWriter.EntryKind;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.snapshot.ConceptMapping;
import org.openmrs.module.aisupport.snapshot.ConceptMappings;

/** Works out what accepting a suggestion can write: with which concept of this dictionary, and whether this user may (S6). */
public class EntryPreviews {

    private final ChartReader chart;
    private final ChartWriter writer;
    private final ConceptMappings mappings;
    private final PlanNotes planNotes;

    public EntryPreviews(ChartReader chart, ChartWriter writer, ConceptMappings mappings, PlanNotes planNotes) {
        this.chart = chart;
        this.writer = writer;
        this.mappings = mappings;
        this.planNotes = planNotes;
    }

    /** The previews of one patient's suggestions: one look-up for all codes, and one more for each concept that an engine chose itself. */
    public For of(PatientRef patient, Collection<ProposedProblem> problems) {
        return new For(patient, problems);
    }

    /** What was looked up for one patient. */
    public final class For {
        private final Map<ProposedProblem, EntryConcept> concepts;
        private final Set<Integer> onTheProblemList;
        private final boolean takesPlanNotes;

        private For(PatientRef patient, Collection<ProposedProblem> problems) {
            concepts = conceptsFor(problems);
            onTheProblemList = concepts.isEmpty() || !writer.mayWrite(EntryKind.CONDITION) ? Set.of() : active(patient);
            takesPlanNotes = planNotes.concept().isPresent();
        }

        /** @param text the suggestion's wording, for a plan note */
        public List<EntryPreview> previews(Optional<ProposedProblem> problem, String text) {
            List<EntryPreview> previews = new ArrayList<>();
            problem.ifPresent(proposed -> {
                previews.add(preview(EntryKind.CONDITION, proposed));
                previews.add(preview(EntryKind.DIAGNOSIS, proposed));
            });
            previews.add(new EntryPreview(
                    EntryKind.PLAN_NOTE, text, Optional.empty(), obstacle(EntryKind.PLAN_NOTE, Optional.empty())));
            return previews;
        }

        private EntryPreview preview(EntryKind kind, ProposedProblem problem) {
            Optional<EntryConcept> concept = Optional.ofNullable(concepts.get(problem));
            return new EntryPreview(
                    kind, concept.map(EntryConcept::name).orElse(problem.text()), concept, obstacle(kind, concept));
        }

        private Optional<EntryObstacle> obstacle(EntryKind kind, Optional<EntryConcept> concept) {
            if (kind == EntryKind.PLAN_NOTE && !takesPlanNotes) {
                return Optional.of(EntryObstacle.NOT_CONFIGURED);
            }
            if (!writer.mayWrite(kind)) {
                return Optional.of(EntryObstacle.NO_PRIVILEGE);
            }
            boolean known = kind == EntryKind.CONDITION
                    && concept.map(EntryConcept::id)
                            .filter(onTheProblemList::contains)
                            .isPresent();
            return known ? Optional.of(EntryObstacle.ALREADY_RECORDED) : Optional.empty();
        }
    }

    private Set<Integer> active(PatientRef patient) {
        return chart.problems(patient).stream()
                .filter(row -> row.kind() == ProblemRow.Kind.CONDITION && row.active())
                .flatMap(row -> row.conceptId().stream())
                .collect(Collectors.toSet());
    }

    private Map<ProposedProblem, EntryConcept> conceptsFor(Collection<ProposedProblem> problems) {
        Map<ProposedProblem, EntryConcept> concepts = new LinkedHashMap<>();
        ConceptMapping mapping = problems.isEmpty() ? null : mappings.current();
        List<CodePattern> patterns = problems.stream()
                .flatMap(problem -> problem.codes().stream())
                .map(code -> mapping.pattern(code.source(), code.code()))
                .distinct()
                .toList();
        List<MappedConcept> mapped = patterns.isEmpty() ? List.of() : chart.conceptsMappedTo(patterns);
        for (ProposedProblem problem : problems) {
            problem.conceptUuid()
                    .flatMap(chart::concept)
                    .map(EntryConcept::of)
                    .or(() -> problem.codes().stream()
                            .map(code -> mapping.pattern(code.source(), code.code()))
                            .flatMap(pattern -> mapped.stream().filter(found -> matches(pattern, found)))
                            .findFirst()
                            .map(EntryConcept::of))
                    .ifPresent(concept -> concepts.put(problem, concept));
        }
        return concepts;
    }

    private static boolean matches(CodePattern pattern, MappedConcept found) {
        return pattern.code().equals(found.code()) && pattern.sourceNames().contains(found.sourceName());
    }
}
