"""Train the tagger: ``python -m training.train --out work/train --shared 5 --seeds 1,2,3``. Resumable: run it again.

The seeds go on from weights that ``--shared`` epochs made for all of them, which is why their weights can be averaged.

Both corpora are trained at once over one encoder (each has anchor and role heads of its own). An average of the weights
over the steps is measured on the development reports after each epoch; the best one is kept for export. What sets one
annotator's habits apart (how much is listed, how often "say" will do) is learned as an offset for each file of further
annotations, and left out of the model.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import mean, stdev
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from sayso.tagger.decoding import Scored, attributions, paragraphs, softmax
from sayso.tagger.encoding import windows
from sayso.tagger.labels import ANCHORS
from sayso.tagger.pieces import Pieces
from sayso.tagger.spans import Attribution
from training import data
from training.batches import Batch, batches, collate, example, examples
from training.encoder import load_pretrained, package_folder
from training.measure import measure
from training.model import Reader

SIZES = (112, 128, 144, 160)
REPEATED = 2.0
#: What each class head of the guide counts in the loss.
CLASS_WEIGHT = 0.3
CORPUS_WEIGHT = {"sourcing": 1.0, "polnear": 0.7}


def tokenizer() -> Tokenizer:
    made: Tokenizer = Tokenizer.from_file(str(package_folder() / "tokenizer.json"))
    made.no_padding()
    made.no_truncation()
    return made


class Hands(nn.Module):
    """Offsets to the scores of anchors and of classes for each file of further annotations; none for the corpora."""

    def __init__(self, names: Sequence[str], classes: int) -> None:
        super().__init__()
        self.names = {name: number for number, name in enumerate(sorted({*names, ""}))}  # "" comes first
        self.anchors = nn.Parameter(torch.zeros(len(self.names) - 1, len(ANCHORS)))
        self.classes = nn.Parameter(torch.zeros(len(self.names) - 1, classes))

    def of(self, hands: Sequence[str], offsets: Tensor) -> Tensor:
        """(len(hands), width)"""
        table = torch.cat([offsets.new_zeros(1, offsets.shape[1]), offsets])
        return table[torch.tensor([self.names[hand] for hand in hands], device=offsets.device)]


def loss(model: Reader, hands: Hands, b: Batch) -> Tensor:
    words = model.words(b.pieces, b.case, b.place, b.quote, b.first).float()
    cross = nn.functional.cross_entropy
    anchors = model.anchors[b.corpus](words) + hands.of(b.hands, hands.anchors)[:, None]
    total = cross(anchors.flatten(0, 1), b.anchors.flatten(), ignore_index=-100) * 8
    if len(b.row):
        mask = b.mask.to(words.dtype)
        roles, refined = model.roles[b.corpus](words, b.row, b.at, b.near, mask)
        total = total + cross(roles.flatten(0, 1), b.roles.flatten(), ignore_index=-100) * 4
        if b.corpus == "sourcing":
            scores, at = model.classes(words, b.row, b.at, b.near, mask, roles, refined), 0
            scores = scores + hands.of(b.hands, hands.classes)[b.row]
            for i, size in enumerate(model.sizes.values()):
                total = total + CLASS_WEIGHT * cross(scores[:, at : at + size], b.labels[:, i])
                at += size
    return total * CORPUS_WEIGHT[b.corpus]


@torch.no_grad()
def read(model: Reader, tok: Pieces, report: data.GoldReport, size: int, threshold: float) -> list[Attribution]:
    """As the run-time does it, with the heads of the report's corpus."""
    scored, device = [], next(model.parameters()).device
    for window in windows(tok, report.text, report.units, size=size):
        b = collate([example(report.corpus, window, ())]).to(device)
        words = model.words(b.pieces, b.case, b.place, b.quote, b.first).float()
        anchors = softmax(model.anchors[report.corpus](words)[0].float().cpu().numpy())
        at = (1 - anchors[:, 0] > threshold).nonzero()[0]
        if len(at):
            near, mask = paragraphs(window.unit, at)
            where = [torch.from_numpy(part).to(device) for part in (np.zeros(len(at), dtype=np.int64), at, near, mask)]
            roles, refined = model.roles[report.corpus](words, *where)
            guide = report.corpus == "sourcing"
            classes = model.classes(words, *where, roles, refined).float().cpu().numpy() if guide else None
            scored.append(Scored(window.words, anchors, at, near, mask, roles.float().cpu().numpy(), classes))
    steps = model.steps[report.corpus].detach().float().cpu().numpy()
    return attributions(scored, 0.0, steps) if steps.any() else attributions(scored, REPEATED)


def mixed(reports: list[data.GoldReport], passes: dict[str, float], rng: random.Random) -> list[data.GoldReport]:
    """The reports of one epoch: each corpus as often as ``passes`` says, a broken pass a sample without repetition."""
    out = []
    for corpus, times in passes.items():
        mine = [r for r in reports if r.corpus == corpus]
        out += mine * int(times) + rng.sample(mine, round((times % 1) * len(mine)))
    return out


def score(row: dict[str, Any]) -> float:
    """What the best epoch is chosen by: statements found and whole by the guide, and attributions whole in PolNeAR."""
    return float(row["sourcing"]["found"] + row["sourcing"]["whole"] + row["polnear"]["whole"])


def annotated(folder: Path, limit: int | None = None) -> list[data.GoldReport]:
    """Training reports of both corpora, with those annotated since."""
    train = data.sourcing(folder / "sourcing/train.jsonl")
    train = (train + data.further(Path(__file__).with_name("annotations"), folder / "news/allsides.jsonl.xz"))[:limit]
    return train + data.polnear(folder / "polnear/train.jsonl")[:limit]


def development(folder: Path) -> dict[str, list[data.GoldReport]]:
    """Development reports by corpus."""
    return {
        "sourcing": data.sourcing(folder / "sourcing/dev.jsonl"),
        "polnear": data.polnear(folder / "polnear/dev.jsonl")[::3],
    }


def run(o: argparse.Namespace, seed: int, out: Path, epochs: int, rate: float, init: Path | None) -> dict[str, Any]:
    """Train one model; its best epoch's scores. ``out`` gets ``log.jsonl``, ``best.pt`` and a checkpoint to resume."""
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    tok = Pieces(tokenizer())
    train, dev = annotated(o.data, o.limit), development(o.data)
    model = Reader(o.size).to(device)
    if o.size == "accurate":
        load_pretrained(model.encoder, package_folder())
    model.encoder.piece.weight.requires_grad_(False)  # a third of all weights, and most of an update's cost
    if init:
        model.load_state_dict(torch.load(init, map_location=device, weights_only=True))
    hands = Hands([report.hand for report in train], sum(model.sizes.values())).to(device)
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    groups = [
        {"params": [p for p in model.encoder.parameters() if p.requires_grad], "lr": rate, "weight_decay": 0.01},
        {"params": heads, "lr": rate * 6, "weight_decay": 0.01},
        {"params": list(hands.parameters()), "lr": rate * 20, "weight_decay": 0.01},
    ]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)
    passes = dict(zip(("sourcing", "polnear"), map(float, o.mix.split(",")), strict=True))
    whole = mixed(train, passes, random.Random(seed))
    steps = epochs * len(list(batches(examples(tok, whole, 136), o.batch, random.Random(0))))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min((s + 1) / 300, max(0.02, 1 - s / steps)))
    average = torch.optim.swa_utils.AveragedModel(model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.998))
    parts = {"model": model, "hands": hands, "average": average, "optimizer": optimizer, "schedule": schedule}
    done: list[dict[str, Any]] = []
    if (out / "checkpoint.pt").exists():
        saved = torch.load(out / "checkpoint.pt", map_location=device, weights_only=False)
        for name, part in parts.items():
            part.load_state_dict(saved[name])
        done = saved["done"]
    for epoch in range(len(done), epochs):
        if done and epoch - done.index(max(done, key=score)) > o.patience:
            break
        rng = random.Random(seed * 1000 + epoch)
        items = examples(tok, mixed(train, passes, rng), SIZES[epoch % len(SIZES)])
        model.train()
        begun, seen = time.time(), 0.0
        for step, batch in enumerate(batches(items, o.batch, rng)):
            optimizer.zero_grad(set_to_none=True)
            with torch.autocast(device, dtype=torch.bfloat16):
                value = loss(model, hands, batch.to(device))
            value.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            average.update_parameters(model)
            seen += value.item()
            if step % 50 == 49:
                print(f"epoch {epoch} step {step + 1} loss {seen / 50:.3f} {time.time() - begun:.0f} s", flush=True)
                seen = 0.0
        average.module.eval()
        row: dict[str, Any] = {"seed": seed, "epoch": epoch + 1, "seconds": round(time.time() - begun)}
        with torch.autocast(device, dtype=torch.bfloat16):
            for corpus, reports in dev.items():
                row[corpus] = measure(reports, lambda r: read(average.module, tok, r, 128, 0.5))
        print(json.dumps(row), flush=True)
        with (out / "log.jsonl").open("a") as log:
            log.write(json.dumps(row) + "\n")
        done.append(row)
        if row is max(done, key=score):
            torch.save(average.module.state_dict(), out / "best.pt")
        torch.save({k: v.state_dict() for k, v in parts.items()} | {"done": done}, out / "checkpoint.pt")
    return max(done, key=score)


def mean_of(out: Path, folder: Path, size: str) -> dict[str, Any]:
    """Average the best weights of seeds that began alike into ``mean.pt``; its scores."""
    states = [torch.load(path, map_location="cpu", weights_only=True) for path in sorted(out.glob("seed-*/best.pt"))]
    state = {k: torch.stack([s[k].float() for s in states]).mean(0).to(states[0][k].dtype) for k in states[0]}
    torch.save(state, out / "mean.pt")
    model, tok = Reader(size), Pieces(tokenizer())
    model.load_state_dict(state)
    model.eval()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        return {c: measure(rs, lambda r: read(model, tok, r, 128, 0.5)) for c, rs in development(folder).items()}


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", type=Path, default=Path("../shared/data"))
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--epochs", type=int, default=12)
    ap.add_argument("--patience", type=int, default=4, help="stop when so many epochs brought nothing better on dev")
    ap.add_argument("--batch", type=int, default=20)
    ap.add_argument("--rate", type=float, default=1.5e-4)
    ap.add_argument("--shared", type=int, default=0, help="epochs before the seeds part, which go on at half the rate")
    ap.add_argument("--seeds", default="1", help="one model each, in folders of their own; if begun alike, their mean")
    ap.add_argument("--threads", type=int, default=0)
    ap.add_argument("--init", type=Path, help="weights to start from instead of the pretrained encoder's")
    ap.add_argument("--size", default="accurate", help="fast: with --init, to train on what training.distil made")
    ap.add_argument("--mix", default="1,1", help="passes over sourcing and over polnear in an epoch (2,0.5)")
    ap.add_argument("--limit", type=int, default=None, help="reports of each corpus, for a trial")
    o = ap.parse_args()
    if o.size != "accurate" and not o.init:
        ap.error("only the accurate size has pretrained weights: give --init, as training.distil makes them")
    if o.threads:
        torch.set_num_threads(o.threads)
    init, rate = o.init, o.rate
    if o.shared:
        run(o, 0, o.out / "shared", o.shared, rate, init)
        init, rate = o.out / "shared/best.pt", rate / 2
    best = [run(o, seed, o.out / f"seed-{seed}", o.epochs, rate, init) for seed in map(int, o.seeds.split(","))]
    for corpus in Reader.CORPORA:
        for figure in best[0][corpus]:
            values = [row[corpus][figure] for row in best]
            spread = f" (standard deviation {stdev(values):.2f})" if len(values) > 1 else ""
            print(f"{corpus} {figure}: {mean(values):.2f}{spread}")
    if init and len(best) > 1:
        print(json.dumps(mean_of(o.out, o.data, o.size)))


if __name__ == "__main__":
    main()
