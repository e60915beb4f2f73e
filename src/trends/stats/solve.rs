//! Systems of two to four linear equations, symmetric and positive definite: all that the regressions here need.

/// A square matrix, row by row.
pub(super) type Matrix<const N: usize> = [[f64; N]; N];

/// The inverse of `matrix`, by Gauss–Jordan elimination with row pivots; none where it is singular.
pub(super) fn inverse<const N: usize>(matrix: &Matrix<N>) -> Option<Matrix<N>> {
    let mut left = *matrix;
    let mut right = [[0.0; N]; N];
    for (index, row) in right.iter_mut().enumerate() {
        row[index] = 1.0;
    }
    for column in 0..N {
        let pivot = (column..N).max_by(|&one, &other| left[one][column].abs().total_cmp(&left[other][column].abs()))?;
        if left[pivot][column].abs() < f64::MIN_POSITIVE {
            return None;
        }
        left.swap(column, pivot);
        right.swap(column, pivot);
        let scale = left[column][column];
        for at in 0..N {
            left[column][at] /= scale;
            right[column][at] /= scale;
        }
        for row in (0..N).filter(|&row| row != column) {
            let factor = left[row][column];
            for at in 0..N {
                left[row][at] -= factor * left[column][at];
                right[row][at] -= factor * right[column][at];
            }
        }
    }
    right.iter().flatten().all(|value| value.is_finite()).then_some(right)
}

/// `matrix` times `vector`.
pub(super) fn times<const N: usize>(matrix: &Matrix<N>, vector: &[f64; N]) -> [f64; N] {
    matrix.map(|row| dot(&row, vector))
}

/// The inner product.
pub(super) fn dot<const N: usize>(one: &[f64; N], other: &[f64; N]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

/// The sums of a weighted regression: `X'WX` and `X'Wy`.
pub(super) fn normal_equations<const N: usize>(
    rows: &[[f64; N]],
    weights: impl Iterator<Item = f64>,
    answers: impl Iterator<Item = f64>,
) -> (Matrix<N>, [f64; N]) {
    let mut matrix = [[0.0; N]; N];
    let mut vector = [0.0; N];
    for ((row, weight), answer) in rows.iter().zip(weights).zip(answers) {
        for one in 0..N {
            vector[one] += weight * row[one] * answer;
            for other in 0..N {
                matrix[one][other] += weight * row[one] * row[other];
            }
        }
    }
    (matrix, vector)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trends::stats::reference::close;

    #[test]
    fn an_inverse_undoes_its_matrix() {
        let matrix = [[4.0, 2.0, 0.6], [2.0, 5.0, 1.0], [0.6, 1.0, 3.0]];
        let inverse = inverse(&matrix).expect("an inverse");
        let back = times(&matrix, &times(&inverse, &[1.0, -2.0, 3.0]));
        for (ours, theirs) in back.into_iter().zip([1.0, -2.0, 3.0]) {
            close(ours, theirs);
        }
        assert!(super::inverse(&[[1.0, 2.0], [2.0, 4.0]]).is_none());
    }
}
