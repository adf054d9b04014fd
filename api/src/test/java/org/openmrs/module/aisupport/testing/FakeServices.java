/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.consent.OutsideService;
import org.openmrs.module.aisupport.consent.OutsideServices;
import org.openmrs.module.aisupport.egress.ServicesTold;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.SuggestionEngine;

/** What the database has, what a test has switched on, and the fake engine, which patients are told of as long as a test does not hide it. */
public final class FakeServices implements OutsideServices {

    private final ServicesTold database;
    private final FakeOutsideEngine fake;
    private final List<SuggestionEngine> switchedOn;
    private volatile boolean hidden;

    FakeServices(ServicesTold database, FakeOutsideEngine fake, List<SuggestionEngine> switchedOn) {
        this.database = database;
        this.fake = fake;
        this.switchedOn = switchedOn;
    }

    /** From now on nobody is told of the fake engine. */
    public void hideTheFake() {
        hidden = true;
    }

    @Override
    public List<OutsideService> current() {
        List<OutsideService> all = new ArrayList<>(database.current());
        if (!hidden) {
            all.add(service(fake.card()));
        }
        switchedOn.forEach(engine -> all.add(service(engine.card())));
        return all;
    }

    private static OutsideService service(EngineCard card) {
        EngineCard.Outside outside = card.outside().orElseThrow();
        return new OutsideService(
                card.id(),
                card.name(),
                card.developer(),
                outside.recipient(),
                outside.commercial(),
                outside.country(),
                outside.retention());
    }

    @Override
    public Optional<List<OutsideService>> told(String revision) {
        return database.told(revision);
    }

    @Override
    public void keep(List<OutsideService> told) {
        database.keep(told);
    }
}
