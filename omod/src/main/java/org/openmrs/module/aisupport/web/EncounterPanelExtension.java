/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import org.openmrs.module.Extension;
import org.openmrs.module.aisupport.Privileges;

/**
 * Puts the panel on the legacy encounter form, which reads these getters. It keeps nothing: one object serves all requests, so the
 * portlet takes the encounter from its own model.
 */
public class EncounterPanelExtension extends Extension {

    @Override
    public MEDIA_TYPE getMediaType() {
        return MEDIA_TYPE.html;
    }

    /** A message code. */
    public String getTitle() {
        return "aisupport.panel.title";
    }

    public String getContent() {
        return "";
    }

    public String getPortletUrl() {
        return "aiPanel";
    }

    public String getRequiredPrivilege() {
        return Privileges.VIEW_CONSENT;
    }
}
