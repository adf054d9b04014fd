/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.testing;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.persistence.Table;
import javax.persistence.metamodel.Type;
import org.hibernate.SessionFactory;
import org.openmrs.module.aisupport.charting.EntryRequest;
import org.openmrs.module.aisupport.persistence.AppendOnly;
import org.openmrs.module.aisupport.platform.ChartWriter.EntryKind;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.snapshot.FakeChart;
import org.openmrs.module.aisupport.suggestion.DecisionOutcome;
import org.openmrs.module.aisupport.suggestion.DecisionRequest;

/** The entities whose rows are a record. */
public final class Records {

    private static final int PLAN = 7;

    private Records() {}

    public static Stream<Class<?>> entities(SessionFactory sessions) {
        return sessions.getMetamodel().getEntities().stream()
                .<Class<?>>map(Type::getJavaType)
                .filter(entity -> entity.isAnnotationPresent(AppendOnly.class));
    }

    public static String table(Class<?> entity) {
        return entity.getAnnotation(Table.class).name();
    }

    /** Any column but the key: of that name in the table as well. */
    public static String column(Class<?> entity) {
        return Stream.of(entity.getDeclaredFields())
                        .anyMatch(field -> field.getName().equals("uuid"))
                ? "uuid"
                : "hash";
    }

    public static Field field(Class<?> entity) throws NoSuchFieldException {
        Field field = entity.getDeclaredField(column(entity));
        field.setAccessible(true);
        return field;
    }

    /** Consent, a run, a decision that writes a plan, and its undo, and the seals of the audit of all that: afterwards each of the tables holds a row at least. */
    public static void write(House house) {
        house.chart.text(PLAN);
        house.settings.set(Setting.SUGGESTION_PLAN_NOTE_CONCEPT, FakeChart.uuidOf(PLAN));
        PatientRef patient = house.patients.add();
        house.grant(patient);
        house.engine.proposes(Proposals.aProposal("rule"));
        house.runToTheEnd(patient);
        String suggestion = house.suggestionsOf(patient).get(0).suggestion().getUuid();
        house.suggestions.decide(
                suggestion,
                new DecisionRequest(
                        DecisionOutcome.ACCEPTED,
                        Optional.empty(),
                        null,
                        null,
                        null,
                        null,
                        List.of(new EntryRequest(EntryKind.PLAN_NOTE, null))));
        house.suggestions.undo(suggestion);
        house.sealer.run(() -> false);
    }
}
