/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.persistence;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Secret keys by their names, the one for new work first; the others are kept for what was made with them. Written as
 * {@code 2027=base64 of 32 bytes, 2026=…}. Nothing here ever tells a key.
 */
public final class KeyRing {

    /** Bytes: as many as AES-256 takes, and as HMAC-SHA-256 gives. */
    public static final int KEY_LENGTH = 32;

    private static final int NAME_LENGTH = 32;

    private final Map<String, byte[]> keys = new LinkedHashMap<>();

    private KeyRing() {}

    public record Named(String name, byte[] key) {
        @Override
        public String toString() {
            return "key " + name;
        }
    }

    /**
     * @param property whose value it is, for the words of the exception
     * @throws IllegalArgumentException saying what to mend, and not what stands there
     */
    public static KeyRing read(String property, String value) {
        KeyRing ring = new KeyRing();
        List<String> pairs = new ArrayList<>();
        for (String pair : value.split(",")) {
            pairs.add(pair.strip());
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? "" : pair.substring(0, equals).strip();
            byte[] key = decoded(pair.substring(equals + 1).strip());
            if (!name.matches("[A-Za-z0-9._-]{1," + NAME_LENGTH + "}") || key.length != KEY_LENGTH) {
                throw new IllegalArgumentException("The runtime property " + property
                        + " must be NAME=KEY, or several with commas"
                        + " between them: a name of letters and digits, and " + KEY_LENGTH + " bytes in base64, such as"
                        + " openssl rand -base64 " + KEY_LENGTH + " makes.");
            }
            if (ring.keys.putIfAbsent(name, key) != null) {
                throw new IllegalArgumentException("The runtime property " + property + " has two keys of one name.");
            }
        }
        return ring;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException noBase64) {
            return new byte[0];
        }
    }

    /** For what is made now. */
    public Named current() {
        Map.Entry<String, byte[]> first = keys.entrySet().iterator().next();
        return new Named(first.getKey(), first.getValue());
    }

    /** How many keys of the ring are younger, 0 for the current one; empty for a name that it lacks. */
    public OptionalInt age(String name) {
        int index = new ArrayList<>(keys.keySet()).indexOf(name);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** For what was made under that name. */
    public Optional<byte[]> key(String name) {
        return Optional.ofNullable(keys.get(name));
    }
}
