/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs;

public class CodedOrFreeText {

    private Concept coded;

    private String nonCoded;

    public CodedOrFreeText() {}

    public Concept getCoded() {
        return coded;
    }

    public void setCoded(Concept coded) {
        this.coded = coded;
    }

    public String getNonCoded() {
        return nonCoded;
    }

    public void setNonCoded(String nonCoded) {
        this.nonCoded = nonCoded;
    }
}
