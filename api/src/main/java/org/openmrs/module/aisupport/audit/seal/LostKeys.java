/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import java.util.HashMap;
import java.util.Map;

/**
 * Keys that are gone for good, each with the number of the last seal it made. Without that number whoever may write to the database could
 * set the lost key's name on any seal, and nobody could tell what had stood there.
 */
final class LostKeys {

    static final LostKeys NONE = new LostKeys(Map.of());

    private final Map<String, Long> last;

    private LostKeys(Map<String, Long> last) {
        this.last = last;
    }

    /**
     * @param value such as {@code 2025@1200, 2026@90000}
     * @throws IllegalArgumentException saying what to mend
     */
    static LostKeys read(String value) {
        Map<String, Long> last = new HashMap<>();
        for (String one : value.split(",", -1)) {
            String written = one.strip();
            if (!written.matches("[A-Za-z0-9._-]{1,32}@[1-9][0-9]{0,17}")) {
                throw wrong();
            }
            int at = written.indexOf('@');
            if (last.put(written.substring(0, at), Long.valueOf(written.substring(at + 1))) != null) {
                throw wrong();
            }
        }
        return new LostKeys(last);
    }

    private static IllegalArgumentException wrong() {
        return new IllegalArgumentException("The runtime property " + SealKeys.LOST
                + " must be NAME@NUMBER, or several with commas between them, each name once: a lost key's name, and the number in the"
                + " chain of the last seal that it made, such as 2026@90000.");
    }

    boolean has(String keyId) {
        return last.containsKey(keyId);
    }

    /** Whether the lost key can't have made a seal of that number, since it had made its last. */
    boolean isOverBefore(String keyId, long seq) {
        return has(keyId) && seq > last.get(keyId);
    }

    /** Whether the lost key's last seal is another than this. */
    boolean hasAnotherLast(String keyId, long seq) {
        return has(keyId) && seq != last.get(keyId);
    }
}
