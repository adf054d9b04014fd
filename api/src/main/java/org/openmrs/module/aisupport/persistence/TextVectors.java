/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.persistence;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.type.BinaryType;
import org.hibernate.type.StringType;

/**
 * Vectors of texts that were reckoned before, on whichever node: a text has one vector for each model, so none is ever wrong, and what
 * a dictionary no longer says is merely not asked for. Holds names of a dictionary and nothing of a patient.
 */
public class TextVectors {

    private final SessionFactory sessions;
    private final String model;

    /** @param model whose vectors they are, and how they are packed; another name for another of either */
    public TextVectors(SessionFactory sessions, String model) {
        this.sessions = sessions;
        this.model = model;
    }

    /** By text, of those that are known. */
    public Map<String, byte[]> find(Collection<String> texts) {
        Map<String, String> byHash = new HashMap<>();
        texts.forEach(text -> byHash.put(hash(text), text));
        Map<String, byte[]> found = new HashMap<>();
        List<?> rows = sessions.getCurrentSession()
                .createNativeQuery("select text_sha256 as hash, vector as vector from aisupport_text_vector"
                        + " where model = :model and text_sha256 in (:hashes)")
                .addScalar("hash", StringType.INSTANCE)
                .addScalar("vector", BinaryType.INSTANCE)
                .setParameter("model", model)
                .setParameterList("hashes", byHash.keySet())
                .list();
        for (Object row : rows) {
            Object[] values = (Object[]) row;
            found.put(byHash.get((String) values[0]), (byte[]) values[1]);
        }
        return found;
    }

    /** Another node may have been faster; then its vector stays, which is the same. */
    public void put(String text, byte[] vector) {
        sessions.getCurrentSession()
                .createNativeQuery("insert ignore into aisupport_text_vector (model, text_sha256, vector)"
                        + " values (:model, :hash, :vector)")
                .setParameter("model", model)
                .setParameter("hash", hash(text))
                .setParameter("vector", vector, BinaryType.INSTANCE)
                .executeUpdate();
    }

    private static String hash(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
