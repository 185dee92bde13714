"""The same baselines by scikit-learn, from the raw rows: an independent program to compare ours with.

Reads the path of a JSON file: one job a dataset, with the rows as float32 files beside it. Prints, for each job, model
and split, the scores over several seeds.
"""

import json
import sys
from pathlib import Path

import numpy as np
from sklearn.dummy import DummyClassifier, DummyRegressor
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.metrics import accuracy_score, f1_score, root_mean_squared_error
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor
from sklearn.preprocessing import StandardScaler, normalize

SEEDS = range(5)
TREES = 50
METRICS = {
    "accuracy": accuracy_score,
    "macroF1": lambda truth, predicted: f1_score(truth, predicted, average="macro", zero_division=0),
    "rmse": root_mean_squared_error,
}


def encoder(job, train):
    """Rows to columns, by the training rows, as lib/baselines/encode-rows.ts says it is done."""
    if job["vocabSize"]:
        return lambda x: normalize(np.stack([np.bincount(r[r > 0].astype(int), minlength=job["vocabSize"]) for r in x]))
    if len(job["shape"]) == 3:
        height, width, channels = job["shape"]
        factor = 1
        while (height // factor) * (width // factor) * channels > 256 and factor < height:
            factor += 1
        down, across = height // factor, width // factor

        def shrink(x):
            cut = x.reshape(-1, height, width, channels)[:, : down * factor, : across * factor]
            return cut.reshape(-1, down, factor, across, factor, channels).mean(axis=(2, 4)).reshape(len(x), -1)

        small = shrink(train)
        return lambda x: (shrink(x) - small.mean()) / small.std()
    scaler = StandardScaler().fit(train)
    return scaler.transform


def models(classification, seed):
    if classification:
        return {
            "constant": DummyClassifier(),
            "linear": LogisticRegression(max_iter=2000),
            "neighbours": KNeighborsClassifier(),
            "forest": RandomForestClassifier(TREES, random_state=seed),
        }
    return {
        "constant": DummyRegressor(),
        "linear": LinearRegression(),
        "neighbours": KNeighborsRegressor(),
        "forest": RandomForestRegressor(TREES, max_features=1 / 3, random_state=seed),
    }


def run(job, folder):
    def rows(split, part):
        flat = np.fromfile(folder / f"{job['name']}-{split}-{part}.f32", dtype="<f4").astype(float)
        return flat if part == "y" else flat.reshape(-1, int(np.prod(job["shape"])))

    encode = encoder(job, rows("train", "x"))
    x, y = encode(rows("train", "x")), rows("train", "y")
    scores = {model: {"public": [], "private": []} for model in job["fittedRows"]}
    for seed in SEEDS:
        for name, model in models(job["classification"], seed).items():
            if seed > 0 and name != "forest":
                continue
            count = job["fittedRows"][name]
            part = slice(len(x) - count, None) if job["ordered"] else slice(count)
            model.fit(x[part], y[part])
            for split in ("public", "private"):
                predicted = model.predict(encode(rows(split, "x")))
                scores[name][split].append(float(METRICS[job["metric"]](rows(split, "y"), predicted)))
    return scores


path = Path(sys.argv[1])
print(json.dumps({job["name"]: run(job, path.parent) for job in json.loads(path.read_text())}))
