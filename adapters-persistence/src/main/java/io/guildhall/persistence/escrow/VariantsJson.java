package io.guildhall.persistence.escrow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.escrow.SignedCall;
import io.guildhall.domain.escrow.VaultSender.Price;
import io.guildhall.domain.escrow.VaultSender.Signed;
import java.util.List;

/** The texts that were signed for one call, as a jsonb column holds them. */
final class VariantsJson {

    private VariantsJson() {}

    static String write(SignedCall call) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Signed variant : call.variants()) {
            array.addObject()
                    .put("raw", variant.raw())
                    .put("hash", variant.hash().hex())
                    .put("most", variant.price().most())
                    .put("tip", variant.price().tip());
        }
        return array.toString();
    }

    static List<Signed> read(String json, long nonce) {
        return VaultCallJson.tree(json).valueStream().map(node -> variant(node, nonce)).toList();
    }

    private static Signed variant(JsonNode node, long nonce) {
        return new Signed(
                node.required("raw").textValue(),
                new TxHash(node.required("hash").textValue()),
                nonce,
                new Price(node.required("most").longValue(), node.required("tip").longValue()));
    }
}
