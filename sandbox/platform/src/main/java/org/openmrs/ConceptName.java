/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs;

import java.util.Locale;

public class ConceptName extends BaseOpenmrsObject {

    private Integer conceptNameId;

    private String name;

    private Locale locale;

    public ConceptName(String name, Locale locale) {
        this.name = name;
        this.locale = locale;
    }

    public String getName() {
        return name;
    }

    public Locale getLocale() {
        return locale;
    }

    @Override
    public Integer getId() {
        return conceptNameId;
    }

    @Override
    public void setId(Integer id) {
        this.conceptNameId = id;
    }
}
