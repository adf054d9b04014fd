/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.openmrs.module.aisupport.persistence.Sha256;

/**
 * What a patient is told before saying yes to a purpose (C4): in plain words, with who receives the data, in which country,
 * and how long it is kept. A published leaflet never changes; a new text is a new version.
 *
 * @param text paragraphs of plain text
 */
public record Leaflet(
        Purpose purpose,
        String version,
        String language,
        String title,
        List<String> text,
        String recipient,
        String country,
        String retention) {

    public Leaflet {
        text = List.copyOf(text);
        List<String> told = new ArrayList<>(List.of(title, recipient, country, retention));
        told.addAll(text);
        // A line break would let two different leaflets have the same hash: it is what parts the lines there.
        if (text.isEmpty() || told.stream().anyMatch(line -> line.isBlank() || line.contains("\n"))) {
            throw new IllegalArgumentException("The leaflet " + version + "/" + language + " " + purpose.id()
                    + " needs a title, paragraphs, recipient, country and retention, each filled and on one line.");
        }
    }

    /** As errors and administrators call it. */
    String name() {
        return version + "/" + language + " " + purpose.id();
    }

    /** Whether data goes to the same recipient, to the same country, for the same time: as the words say it. */
    boolean sharesLike(Leaflet other) {
        return recipient.equals(other.recipient) && country.equals(other.country) && retention.equals(other.retention);
    }

    /** Whether a patient reads the same words in both; versions may differ. */
    boolean saysTheSameAs(Leaflet other) {
        return title.equals(other.title) && text.equals(other.text) && sharesLike(other);
    }

    /** The SHA-256 of everything the patient reads, in hexadecimal; it goes into the ledger with the grant. */
    public String sha256() {
        String everything = String.join(
                "\n", purpose.id(), version, language, title, String.join("\n", text), recipient, country, retention);
        return Sha256.hex(everything.getBytes(StandardCharsets.UTF_8));
    }
}
