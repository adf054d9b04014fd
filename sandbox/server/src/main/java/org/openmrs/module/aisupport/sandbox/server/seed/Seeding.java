/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.seed;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Loads the patient file once into a database: everything or nothing. */
public final class Seeding {

    static final String DONE = "sandbox.seeded";

    private final DataSource dataSource;
    private final PatientFile file;
    private final Clock clock;

    public Seeding(DataSource dataSource, PatientFile file, Clock clock) {
        this.dataSource = dataSource;
        this.file = file;
        this.clock = clock;
    }

    /** True if it was loaded now, false if an earlier start did it. */
    public boolean loadOnce() {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        if (new Marks(jdbc).has(DONE)) {
            return false;
        }
        new TransactionTemplate(new DataSourceTransactionManager(dataSource))
                .executeWithoutResult(status -> load(jdbc));
        return true;
    }

    private void load(JdbcTemplate jdbc) {
        Rows rows = new Rows(jdbc);
        Keys keys = new Keys();
        Calendar calendar = new Calendar(LocalDateTime.now(clock));
        PeopleSeed people = new PeopleSeed(rows, keys);
        new DictionarySeed(rows, keys).load(file);
        file.settings()
                .forEach((property, concept) -> rows.insertKeyed(Rows.of("global_property")
                        .with("property", property)
                        .with("property_value", concept(concept).uuid())
                        .with("uuid", UUID.randomUUID().toString())));
        String workplace = file.locations().get(0).uuid();
        file.users().forEach(user -> people.user(user, workplace));
        PatientSeed patients = new PatientSeed(rows, keys, calendar, people);
        file.patients().forEach(patients::load);
        new Marks(jdbc).set(DONE);
    }

    private PatientFile.Concept concept(String key) {
        return file.concepts().stream()
                .filter(concept -> concept.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The patient file has no concept " + key));
    }
}
