/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.audit.AuditEntry;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditLog;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.platform.ChartReader;
import org.openmrs.module.aisupport.snapshot.ConceptMapping;
import org.openmrs.module.aisupport.snapshot.ConceptMappings;
import org.openmrs.module.aisupport.snapshot.InputDefinition;
import org.openmrs.module.aisupport.snapshot.RecordCounts;
import org.openmrs.module.aisupport.snapshot.ResolvedInputs;
import org.openmrs.module.aisupport.validation.NotFoundException;
import org.springframework.transaction.annotation.Transactional;

/** Reads cards and the dictionary. */
@Transactional(readOnly = true)
public class EngineServiceImpl implements EngineService {

    private final EngineRegistry registry;
    private final ConceptMappings mappings;
    private final ChartReader chart;
    private final RecordCounts records;
    private final AuditLog audit;
    private final Clock clock;

    public EngineServiceImpl(
            EngineRegistry registry,
            ConceptMappings mappings,
            ChartReader chart,
            RecordCounts records,
            AuditLog audit,
            Clock clock) {
        this.registry = registry;
        this.mappings = mappings;
        this.chart = chart;
        this.records = records;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<EngineCard> engines() {
        return registry.engines().stream().map(SuggestionEngine::card).toList();
    }

    @Override
    public EngineCard engine(String id) {
        return registry.engine(id)
                .orElseThrow(() -> new NotFoundException("engine", id))
                .card();
    }

    @Override
    public Coverage coverage() {
        ConceptMapping mapping = mappings.current();
        ResolvedInputs resolved =
                ResolvedInputs.resolve(List.copyOf(mapping.inputs().values()), chart);
        Set<String> available = resolved.definitions().stream()
                .filter(resolved::isAvailable)
                .map(InputDefinition::id)
                .collect(Collectors.toSet());
        return new Coverage(
                mapping.version(),
                mapping.origin(),
                resolved.definitions().stream()
                        .map(definition -> input(definition, resolved))
                        .toList(),
                engines().stream()
                        .flatMap(card -> card.rules().stream())
                        .map(rule -> rule(rule, available, mapping))
                        .toList());
    }

    /** Of rules that are switched off nothing is looked at. */
    @Override
    @Transactional
    public PatientCounts countPatients() {
        List<EngineCard.RuleCard> rules = engines().stream()
                .flatMap(card -> card.rules().stream())
                .filter(rule -> !rule.off())
                .toList();
        Set<String> required =
                rules.stream().flatMap(rule -> rule.required().stream()).collect(Collectors.toCollection(TreeSet::new));
        audit.record(AuditEntry.of(AuditKind.PATIENTS_COUNTED)
                .purpose(Purpose.OWN_CARE.id())
                .detail(required.size() + " inputs of " + rules.size() + " rules"));
        RecordCounts.Counted counted = records.count(required);
        ConceptMapping mapping = mappings.current();
        return new PatientCounts(
                clock.instant(),
                counted.permitted(),
                rules.stream().map(rule -> counts(rule, counted, mapping)).toList());
    }

    private static PatientCounts.Rule counts(
            EngineCard.RuleCard rule, RecordCounts.Counted counted, ConceptMapping mapping) {
        return new PatientCounts.Rule(
                rule.id(),
                rule.label(),
                rule.required().stream()
                        .map(input -> new PatientCounts.Input(
                                input,
                                mapping.labelOf(input),
                                Optional.ofNullable(counted.byInput().get(input)),
                                counted.sensitive().contains(input)))
                        .sorted(Comparator.comparing(PatientCounts.Input::label))
                        .toList());
    }

    private static Coverage.Input input(InputDefinition definition, ResolvedInputs resolved) {
        List<String> problems = resolved.conceptsOf(definition).stream()
                .filter(concept -> definition.kind() == InputDefinition.Kind.MEASUREMENT
                        && definition.conversionFrom(concept.unit().orElse("")).isEmpty())
                .map(concept -> concept.name() + ": the unit '" + concept.unit().orElse("")
                        + "' is not known for this input; its values are not used")
                .toList();
        return new Coverage.Input(
                definition, resolved.isAvailable(definition), resolved.conceptsOf(definition), problems);
    }

    private static Coverage.Rule rule(EngineCard.RuleCard rule, Set<String> available, ConceptMapping mapping) {
        return new Coverage.Rule(
                rule.id(),
                rule.label(),
                rule.required().stream()
                        .filter(input -> !available.contains(input))
                        .map(mapping::labelOf)
                        .sorted()
                        .toList(),
                rule.off(),
                rule.lacksVariant());
    }
}
