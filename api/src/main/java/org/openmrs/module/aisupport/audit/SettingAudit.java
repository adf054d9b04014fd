/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit;

import java.util.Optional;
import org.hibernate.Session;
import org.openmrs.module.aisupport.persistence.Sha256;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.platform.SettingChange;
import org.openmrs.module.aisupport.platform.SettingListener;

/**
 * Records each change of a setting with it (A1). Settings hold no secrets: those are in the runtime properties. But under a name that the
 * module doesn't know there may be anything, so of such a one only hashes are kept. Likewise where the values are too long to be told.
 */
public final class SettingAudit implements SettingListener {

    /** As long as the column. */
    static final int LONGEST = 255;

    private final AuditLog audit;

    public SettingAudit(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public void settingChanges(SettingChange change, Session session) {
        audit.recordWith(
                session,
                AuditEntry.of(AuditKind.SETTING_CHANGED)
                        .changed(hash(change.before()), hash(change.after()))
                        .detail(words(change)));
    }

    private static String hash(Optional<String> value) {
        return value.map(Sha256::hex).orElse(null);
    }

    private static String words(SettingChange change) {
        if (Setting.isKnown(change.property())) {
            String told = change.property() + ": from " + quoted(change.before()) + " to " + quoted(change.after());
            if (told.length() <= LONGEST && told.chars().noneMatch(SettingAudit::mayNotBeStored)) {
                return told;
            }
        }
        String hidden = ": from " + sized(change.before()) + " to " + sized(change.after());
        return shortened(change.property(), LONGEST - hidden.length()) + hidden;
    }

    private static String quoted(Optional<String> value) {
        return value.map(text -> '"' + text + '"').orElse("nothing");
    }

    private static String sized(Optional<String> value) {
        return value.map(text -> text.length() + " characters").orElse("nothing");
    }

    /** Databases that call three bytes a character utf8 refuse what takes four; nobody's setting is to fail at that. */
    private static boolean mayNotBeStored(int character) {
        return Character.isSurrogate((char) character);
    }

    private static String shortened(String property, int most) {
        return property.length() <= most ? property : property.substring(0, most - 3) + "...";
    }
}
