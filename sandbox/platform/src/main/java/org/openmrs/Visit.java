/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs;

import java.util.Date;

public class Visit extends BaseCustomizableData {

    private Integer visitId;

    private Date stopDatetime;

    public Visit() {}

    public Date getStopDatetime() {
        return stopDatetime;
    }

    public void setStopDatetime(Date stopDatetime) {
        this.stopDatetime = stopDatetime;
    }

    @Override
    public Integer getId() {
        return visitId;
    }

    @Override
    public void setId(Integer id) {
        this.visitId = id;
    }
}
