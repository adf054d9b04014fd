/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.openmrs.module.aisupport.audit.seal.AuditHead;
import org.openmrs.module.aisupport.audit.seal.Verification;
import org.openmrs.module.aisupport.platform.Actor;

/** Heads and verifications as JSON, and heads as they come back. */
final class AuditSealJson {

    private AuditSealJson() {}

    static Map<String, Object> of(AuditHead head) {
        return new JsonObject()
                .with("seq", head.seq())
                .with("hash", head.hash())
                .with("auditId", head.auditId())
                .with("at", head.at())
                .with("key", head.keyId())
                .with("signature", head.signature())
                .asMap();
    }

    static AuditHead head(JsonBody body) {
        long seq = body.requiredLong("seq");
        String hash = body.requiredText("hash");
        long auditId = body.requiredLong("auditId");
        body.requiredText("at");
        Instant at = Optional.ofNullable(body.instant("at")).orElse(Instant.EPOCH);
        return new AuditHead(seq, hash, auditId, at, body.requiredText("key"), body.requiredText("signature"));
    }

    static Map<String, Object> of(Verification verification) {
        return new JsonObject()
                .with("uuid", verification.getUuid())
                .with("display", verification.getStatus() + " " + JsonObject.iso(verification.getStartedAt()))
                .with("status", verification.getStatus().name())
                .with("startedAt", verification.getStartedAt())
                .with("endedAt", verification.getEndedAt())
                .with("by", verification.getRequester().map(AuditSealJson::of))
                .with("againstSeq", verification.getAgainstSeq())
                .with("rows", verification.getRows())
                .with("total", verification.getTotal())
                .with("unsealed", verification.getUnsealed())
                .with("head", verification.getHead().map(AuditSealJson::of))
                .with("finding", finding(verification))
                .with("message", verification.getWords())
                .asMap();
    }

    private static Map<String, Object> of(Actor actor) {
        return JsonObject.ref(actor.uuid(), actor.name());
    }

    private static Map<String, Object> of(Verification.VerifiedHead head) {
        return new JsonObject()
                .with("seq", head.seq())
                .with("hash", head.hash())
                .with("auditId", head.auditId())
                .with("at", head.at())
                .asMap();
    }

    private static Optional<Map<String, Object>> finding(Verification verification) {
        return verification.getFinding().map(kind -> new JsonObject()
                .with("kind", kind)
                .with("seq", verification.getFindingSeq())
                .with("auditId", verification.getFindingAuditId())
                .asMap());
    }
}
