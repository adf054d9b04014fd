/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform;

import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * What can be read off at any moment, for whoever runs the server. A bean that has some is added to the list of
 * {@code aisupport.metricsService}. Names and helps are fixed texts: nothing about a patient or a user is ever in them.
 */
public interface Gauges {

    List<Gauge> gauges();

    /**
     * @param name begins with {@code aisupport_}, and with {@code aisupport_database_} where it is the same on every server
     * @param help one sentence
     * @param now in a transaction; may throw, and is then left out this time
     */
    record Gauge(String name, String help, DoubleSupplier now) {}
}
