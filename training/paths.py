"""Teach a role head whole paths: ``python -m training.paths WEIGHTS --out work/paths --corpus polnear``.

``training.train`` judges the role of each word by itself. Here a conditional random field (Lafferty, McCallum and
Pereira, 2001) judges the roles of a paragraph together: to the words' scores comes what each role counts after each,
which is learned too, and the search for the best sequence uses (``steps`` in ``model.json``). Only the role head of
one corpus and its steps are trained; the encoder, the anchors and everything else stay as they are.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import torch
from torch import Tensor, nn

from sayso.tagger.labels import ROLES
from sayso.tagger.pieces import Pieces
from training import data, train
from training.batches import Batch, batches, examples
from training.measure import measure
from training.model import Reader

#: What no model may do: inside without begin or inside of the same role before it.
FORBIDDEN = -1e4
#: What each stretch of content costs before anything is learned, as in decoding without steps.
BEGUN = -2.0
RATE = 4e-4


def allowed() -> Tensor:
    """(roles, roles): 0 where the second role may follow the first, :data:`FORBIDDEN` elsewhere."""
    out = torch.zeros(len(ROLES), len(ROLES))
    for inside in range(2, len(ROLES), 2):
        out[:, inside] = FORBIDDEN
        out[inside - 1 : inside + 1, inside] = 0.0
    return out


def path_loss(scores: Tensor, gold: Tensor, steps: Tensor) -> Tensor:
    """Negative log-probability of each whole path, averaged.

    ``scores``: (n, w, roles); ``gold``: (n, w), -100 after the paragraph's last word; ``steps``: (roles, roles).
    """
    inside, real = gold >= 0, gold.clamp(min=0)
    total = scores[:, 0] + allowed()[0].to(scores)  # a path begins as after a word outside
    for w in range(1, scores.shape[1]):
        reached = torch.logsumexp(total[:, :, None] + steps, 1) + scores[:, w]
        total = torch.where(inside[:, w, None], reached, total)
    mine = (scores.gather(2, real[:, :, None])[:, :, 0] * inside).sum(1)
    mine = mine + (steps[real[:, :-1], real[:, 1:]] * inside[:, 1:]).sum(1)
    return (torch.logsumexp(total, 1) - mine).mean()


def loss(model: Reader, batch: Batch) -> Tensor:
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        words = model.words(batch.pieces, batch.case, batch.place, batch.quote, batch.first)
    mask = batch.mask.float()
    roles, _ = model.roles[batch.corpus](words.float(), batch.row, batch.at, batch.near, mask)
    return path_loss(roles, batch.roles, model.steps[batch.corpus] + allowed())


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("weights", type=Path)
    ap.add_argument("--out", type=Path, required=True, help="a folder; the last epoch's weights are in last.pt")
    ap.add_argument("--data", type=Path, default=Path("../shared/data"))
    ap.add_argument("--corpus", choices=Reader.CORPORA, default="polnear")
    ap.add_argument("--epochs", type=int, default=3)
    ap.add_argument("--size", default="accurate")
    ap.add_argument("--threads", type=int, default=0)
    ap.add_argument("--limit", type=int, default=None, help="reports, for a trial")
    o = ap.parse_args()
    torch.manual_seed(1)
    if o.threads:
        torch.set_num_threads(o.threads)
    tok = Pieces(train.tokenizer())
    reports: list[data.GoldReport] = [r for r in train.annotated(o.data) if r.corpus == o.corpus][: o.limit]
    model = Reader(o.size)
    model.load_state_dict(torch.load(o.weights, weights_only=True))
    with torch.no_grad():
        model.steps[o.corpus][:, ROLES.index("B-content")] = BEGUN
    head = list(model.roles[o.corpus].parameters())
    for parameter in model.parameters():
        parameter.requires_grad_(False)
    for parameter in (*head, model.steps[o.corpus]):
        parameter.requires_grad_(True)
    groups = [{"params": head, "lr": RATE}, {"params": [model.steps[o.corpus]], "lr": RATE * 10}]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.02)
    count = o.epochs * len(list(batches(examples(tok, reports, 136), 20, random.Random(0))))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min((s + 1) / 60, max(0.02, 1 - s / count)))
    average = torch.optim.swa_utils.AveragedModel(model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.995))
    development = train.development(o.data)[o.corpus]
    o.out.mkdir(parents=True, exist_ok=True)
    begun = time.time()
    for epoch in range(o.epochs):
        rng = random.Random(epoch)
        model.train()
        model.encoder.eval()
        for batch in batches(examples(tok, reports, train.SIZES[epoch % len(train.SIZES)]), 20, rng):
            if len(batch.row):
                optimizer.zero_grad(set_to_none=True)
                loss(model, batch).backward()
                nn.utils.clip_grad_norm_(head, 5.0)
                optimizer.step()
                schedule.step()
                average.update_parameters(model)
        average.module.eval()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = measure(development, lambda r: train.read(average.module, tok, r, 128, 0.5))
        print(json.dumps({"epoch": epoch + 1, "seconds": round(time.time() - begun)} | scores), flush=True)
        torch.save(average.module.state_dict(), o.out / "last.pt")


if __name__ == "__main__":
    main()
