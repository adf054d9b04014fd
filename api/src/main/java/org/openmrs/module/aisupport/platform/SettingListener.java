/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform;

import org.hibernate.Session;

/** Is told of each change of a setting before it stands. Whoever throws here undoes the change. */
public interface SettingListener {

    /** @param session whose transaction changes the setting: what is written through it stands or falls with the change */
    void settingChanges(SettingChange change, Session session);
}
