/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.consent.ConsentGate;
import org.openmrs.module.aisupport.consent.ConsentLedger;
import org.openmrs.module.aisupport.consent.ConsentMissingException;
import org.openmrs.module.aisupport.consent.GateAnswer;
import org.openmrs.module.aisupport.consent.OutsideService;
import org.openmrs.module.aisupport.consent.Permit;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.OutsideEngine;
import org.openmrs.module.aisupport.engine.SuggestionEngine;
import org.openmrs.module.aisupport.platform.PatientRef;

/** The gate's yes to each of some purposes, of one patient. */
public record Permits(PatientRef patient, Map<Purpose, Permit> byPurpose) {

    /**
     * What an engine is allowed by. The first is what the record is read for; the last names what it is allowed by in the audit and on its
     * suggestions.
     */
    static List<Purpose> purposesOf(SuggestionEngine engine) {
        if (engine instanceof OutsideEngine outside) {
            return purposesBehind(outside.outside().commercial() ? Purpose.COMMERCIAL : Purpose.EXTERNAL_PROCESSING);
        }
        return purposesBehind(Purpose.OWN_CARE);
    }

    /** What must hold for a suggestion that bears the name of one: a company that is sent a record is outside the practice too. */
    public static List<Purpose> purposesBehind(Purpose named) {
        return named == Purpose.COMMERCIAL ? List.of(Purpose.EXTERNAL_PROCESSING, Purpose.COMMERCIAL) : List.of(named);
    }

    /** By whose names engines work; the others are for statistics and exports. */
    private static final Set<Purpose> ENGINES_NAME =
            EnumSet.of(Purpose.OWN_CARE, Purpose.EXTERNAL_PROCESSING, Purpose.COMMERCIAL);

    /** Those whose suggestions go when this one ends. */
    public static Set<Purpose> restingOn(Purpose ended) {
        return ENGINES_NAME.stream()
                .filter(named -> purposesBehind(named).stream()
                        .anyMatch(purpose -> purpose.needed().contains(ended)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Purpose.class)));
    }

    /**
     * What has to be asked for before these engines work, and which services outside get something on the strength of it.
     *
     * @return the patient's yes to AI in the practice where there is no engine: nobody learns from an empty run what was not permitted
     */
    public static Map<Purpose, Set<OutsideService>> neededBy(Collection<SuggestionEngine> engines) {
        Map<Purpose, Set<OutsideService>> needed = new EnumMap<>(Purpose.class);
        for (SuggestionEngine engine : engines) {
            for (Purpose purpose : purposesOf(engine)) {
                service(engine.card())
                        .ifPresentOrElse(
                                service -> needed.computeIfAbsent(purpose, it -> new HashSet<>())
                                        .add(service),
                                () -> needed.computeIfAbsent(purpose, it -> new HashSet<>()));
            }
        }
        if (needed.isEmpty()) {
            needed.put(Purpose.OWN_CARE, Set.of());
        }
        return needed;
    }

    private static Optional<OutsideService> service(EngineCard card) {
        return card.outside()
                .map(outside -> new OutsideService(
                        card.id(),
                        card.name(),
                        card.developer(),
                        outside.recipient(),
                        outside.commercial(),
                        outside.country(),
                        outside.retention()));
    }

    /** @throws ConsentMissingException at the first no */
    public static Permits ask(ConsentGate gate, PatientRef patient, Map<Purpose, Set<OutsideService>> needed) {
        Map<Purpose, Permit> permits = new EnumMap<>(Purpose.class);
        needed.forEach((purpose, recipients) -> {
            GateAnswer answer = gate.ask(patient, purpose, recipients);
            if (answer instanceof GateAnswer.Denied denied) {
                throw new ConsentMissingException(denied);
            }
            permits.put(purpose, ((GateAnswer.Granted) answer).permit());
        });
        return new Permits(patient, permits);
    }

    /** Where nothing goes anywhere. @throws ConsentMissingException at the first no */
    static Permits ask(ConsentGate gate, PatientRef patient, Collection<Purpose> purposes) {
        Map<Purpose, Set<OutsideService>> needed = new EnumMap<>(Purpose.class);
        purposes.forEach(purpose -> needed.put(purpose, Set.of()));
        return ask(gate, patient, needed);
    }

    /** Whether all of these stand now; without an audit row, since nothing is asked for yet. */
    static boolean stand(ConsentGate gate, PatientRef patient, SuggestionEngine engine) {
        return neededBy(List.of(engine)).entrySet().stream()
                .allMatch(needed ->
                        gate.denial(patient, needed.getKey(), needed.getValue()).isEmpty());
    }

    /**
     * Under the ledger's lock and after asking again, so that nothing more is done once consent has ended. Comes first in a transaction: see
     * {@link ConsentLedger#lock}.
     *
     * @throws ConsentMissingException at the first no
     */
    public void holdStill(ConsentLedger ledger, ConsentGate gate) {
        ledger.lock(patient, needed());
        for (Permit permit : byPurpose.values()) {
            if (gate.askAgain(permit) instanceof GateAnswer.Denied denied) {
                throw new ConsentMissingException(denied);
            }
        }
    }

    List<Permit> of(SuggestionEngine engine) {
        return purposesOf(engine).stream().map(byPurpose::get).toList();
    }

    private Set<Purpose> needed() {
        return byPurpose.keySet().stream()
                .flatMap(purpose -> purpose.needed().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Purpose.class)));
    }
}
