/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs;

import java.util.ArrayList;
import java.util.List;

public class Concept extends BaseOpenmrsObject {

    private Integer conceptId;

    private ConceptClass conceptClass;

    private ConceptDatatype datatype;

    private final transient List<ConceptName> names = new ArrayList<>();

    public Concept() {}

    public Integer getConceptId() {
        return conceptId;
    }

    public void addName(ConceptName conceptName) {
        names.add(conceptName);
    }

    public ConceptName getName() {
        return names.isEmpty() ? null : names.get(0);
    }

    public ConceptClass getConceptClass() {
        return conceptClass;
    }

    public void setConceptClass(ConceptClass conceptClass) {
        this.conceptClass = conceptClass;
    }

    public ConceptDatatype getDatatype() {
        return datatype;
    }

    public void setDatatype(ConceptDatatype datatype) {
        this.datatype = datatype;
    }

    @Override
    public Integer getId() {
        return conceptId;
    }

    @Override
    public void setId(Integer id) {
        this.conceptId = id;
    }
}
