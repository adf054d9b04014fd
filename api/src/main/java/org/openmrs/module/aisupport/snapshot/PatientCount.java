/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import java.util.OptionalLong;

/** A number of patients that is told only from {@link #LEAST} on: a smaller one could point at somebody. */
public final class PatientCount {

    public static final int LEAST = 5;

    private final OptionalLong told;

    private PatientCount(OptionalLong told) {
        this.told = told;
    }

    static PatientCount of(long patients) {
        return new PatientCount(patients < LEAST ? OptionalLong.empty() : OptionalLong.of(patients));
    }

    /** Empty for fewer than {@link #LEAST}, none among them. */
    public OptionalLong told() {
        return told;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PatientCount count && count.told.equals(told);
    }

    @Override
    public int hashCode() {
        return told.hashCode();
    }

    @Override
    public String toString() {
        return told.isPresent() ? String.valueOf(told.getAsLong()) : "fewer than " + LEAST;
    }
}
