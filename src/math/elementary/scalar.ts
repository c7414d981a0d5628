// Made from algorithms.ts by printer.ts; do not edit. Renew with: npx vitest run src/math/elementary/printer -u
// biome-ignore-all format: generated
// biome-ignore-all lint: generated
import { copySign, exponent, mantissa, nearest, powerOfTwo } from "./numbers.ts";

export function exp(x: number): number {
  const t1 = (710 < x ? 710 : x);
  const t2 = (t1 < (-746) ? (-746) : t1);
  const t3 = nearest((t2 * 1.4426950408889634));
  const t4 = (t2 - (t3 * 0.6931471803691238));
  const t5 = (t3 * 1.9082149292705877e-10);
  const t6 = (t4 - t5);
  const t7 = (t6 * t6);
  const t8 = (t6 - (t7 * (0.16666666666666602 + (t7 * ((-0.0027777777777015593) + (t7 * (0.00006613756321437934 + (t7 * ((-0.0000016533902205465252) + (t7 * 4.1381367970572385e-8))))))))));
  const t9 = Math.floor((t3 * 0.5));
  return (((1 + ((((t6 * t8) / (2 - t8)) - t5) + t4)) * powerOfTwo(t9)) * powerOfTwo((t3 - t9)));
}

export function expm1(x: number): number {
  const t1 = (710 < x ? 710 : x);
  const t2 = (t1 < (-50) ? (-50) : t1);
  const t3 = nearest((t2 * 1.4426950408889634));
  const t4 = (t2 - (t3 * 0.6931471803691238));
  const t5 = (t3 * 1.9082149292705877e-10);
  const t6 = (t4 - t5);
  const t7 = (t6 * t6);
  const t8 = (t6 - (t7 * (0.16666666666666602 + (t7 * ((-0.0027777777777015593) + (t7 * (0.00006613756321437934 + (t7 * ((-0.0000016533902205465252) + (t7 * 4.1381367970572385e-8))))))))));
  const t9 = powerOfTwo((t3 - 1));
  return ((x === 0) ? x : ((((t9 - 0.5) + (t9 * t4)) + (t9 * (((t6 * t8) / (2 - t8)) - t5))) * 2));
}

export function log(x: number): number {
  const t1 = (x < 2.2250738585072014e-308);
  const t2 = (x * (t1 ? 18014398509481984 : 1));
  const t3 = mantissa(t2);
  const t4 = (1.4142135623730951 < t3);
  const t5 = (exponent(t2) + (t4 ? 1 : 0));
  const t6 = (t5 - (t1 ? 54 : 0));
  const t7 = ((t3 * (t4 ? 0.5 : 1)) - 1);
  const t8 = (t7 / (2 + t7));
  const t9 = (t8 * t8);
  const t10 = (0.5 * (t7 * t7));
  return ((x < 0) ? Number.NaN : ((x === 0) ? Number.NEGATIVE_INFINITY : ((x < Number.POSITIVE_INFINITY) ? ((t6 * 0.6931471803691238) - ((t10 - ((t8 * (t10 + (t9 * (0.6666666666666735 + (t9 * (0.3999999999940942 + (t9 * (0.2857142874366239 + (t9 * (0.22222198432149784 + (t9 * (0.1818357216161805 + (t9 * (0.15313837699209373 + (t9 * 0.14798198605116586))))))))))))))) + (t6 * 1.9082149292705877e-10))) - t7)) : x)));
}

export function log1p(x: number): number {
  const t1 = (1 + x);
  const t2 = mantissa(t1);
  const t3 = (1.4142135623730951 < t2);
  const t4 = (exponent(t1) + (t3 ? 1 : 0));
  const t5 = (t4 === 0);
  const t6 = (t5 ? x : ((t2 * (t3 ? 0.5 : 1)) - 1));
  const t7 = (t6 / (2 + t6));
  const t8 = (t7 * t7);
  const t9 = (0.5 * (t6 * t6));
  return ((x === 0) ? x : ((x < (-1)) ? Number.NaN : ((x === (-1)) ? Number.NEGATIVE_INFINITY : ((x < Number.POSITIVE_INFINITY) ? ((t4 * 0.6931471803691238) - ((t9 - ((t7 * (t9 + (t8 * (0.6666666666666735 + (t8 * (0.3999999999940942 + (t8 * (0.2857142874366239 + (t8 * (0.22222198432149784 + (t8 * (0.1818357216161805 + (t8 * (0.15313837699209373 + (t8 * 0.14798198605116586))))))))))))))) + ((t4 * 1.9082149292705877e-10) + (t5 ? 0 : ((x - (t1 - 1)) / t1))))) - t6)) : x))));
}

export function tanh(x: number): number {
  const t1 = Math.abs(x);
  const t2 = (22 < t1 ? 22 : t1);
  const t3 = (t2 + t2);
  const t4 = nearest((t3 * 1.4426950408889634));
  const t5 = (t3 - (t4 * 0.6931471803691238));
  const t6 = (t4 * 1.9082149292705877e-10);
  const t7 = (t5 - t6);
  const t8 = (t7 * t7);
  const t9 = (t7 - (t8 * (0.16666666666666602 + (t8 * ((-0.0027777777777015593) + (t8 * (0.00006613756321437934 + (t8 * ((-0.0000016533902205465252) + (t8 * 4.1381367970572385e-8))))))))));
  const t10 = (t2 * t2);
  const t11 = (t2 < 0.625);
  return copySign(((t11 ? t2 : 1) + ((t11 ? ((t2 * t10) * ((-1614.6876844170845) + (t10 * ((-99.28772310019185) + (t10 * (-0.9643991794250523)))))) : (-2)) / (t11 ? (4844.063053251255 + (t10 * (2235.4883906010045 + (t10 * (112.81167849163293 + (t10 * 1)))))) : (((1 + ((((t7 * t9) / (2 - t9)) - t6) + t5)) * powerOfTwo(t4)) + 1)))), x);
}

export function logistic(x: number): number {
  const t1 = (-Math.abs(x));
  const t2 = (710 < t1 ? 710 : t1);
  const t3 = (t2 < (-746) ? (-746) : t2);
  const t4 = nearest((t3 * 1.4426950408889634));
  const t5 = (t3 - (t4 * 0.6931471803691238));
  const t6 = (t4 * 1.9082149292705877e-10);
  const t7 = (t5 - t6);
  const t8 = (t7 * t7);
  const t9 = (t7 - (t8 * (0.16666666666666602 + (t8 * ((-0.0027777777777015593) + (t8 * (0.00006613756321437934 + (t8 * ((-0.0000016533902205465252) + (t8 * 4.1381367970572385e-8))))))))));
  const t10 = Math.floor((t4 * 0.5));
  const t11 = (((1 + ((((t7 * t9) / (2 - t9)) - t6) + t5)) * powerOfTwo(t10)) * powerOfTwo((t4 - t10)));
  const t12 = (1 + t11);
  const t13 = (x < 0);
  const t14 = ((t13 ? t11 : 1) / t12);
  return (t14 - (t14 * ((t11 - (t12 - 1)) * (t13 ? (1 - t14) : t14))));
}

export function sin(x: number): number {
  const t1 = nearest((x * 0.6366197723675814));
  const t2 = (x - (t1 * 1.5707963267341256));
  const t3 = (t1 * 6.077100506303966e-11);
  const t4 = (t2 - t3);
  const t5 = ((t1 * 2.0222662487959506e-21) - ((t2 - t4) - t3));
  const t6 = (t4 - t5);
  const t7 = ((t4 - t6) - t5);
  const t8 = (t6 * t6);
  const t9 = (t8 * t6);
  const t10 = (0.5 * t8);
  const t11 = (1 - t10);
  const t12 = (t1 + 0);
  const t13 = Math.floor((t12 * 0.5));
  const t14 = (((t13 + t13) === t12) ? (t6 - (((t8 * ((0.5 * t7) - (t9 * (0.00833333333332249 + (t8 * ((-0.0001984126982985795) + (t8 * (0.0000027557313707070068 + (t8 * ((-2.5050760253406863e-8) + (t8 * 1.58969099521155e-10))))))))))) - t7) - (t9 * (-0.16666666666666632)))) : (t11 + (((1 - t11) - t10) + ((t8 * (t8 * (0.0416666666666666 + (t8 * ((-0.001388888888887411) + (t8 * (0.00002480158728947673 + (t8 * ((-2.7557314351390663e-7) + (t8 * (2.087572321298175e-9 + (t8 * (-1.1359647557788195e-11))))))))))))) - (t6 * t7)))));
  const t15 = Math.floor((t13 * 0.5));
  return ((x === 0) ? x : ((Math.abs(x) <= 1073741824) ? (((t15 + t15) === t13) ? t14 : (-t14)) : Number.NaN));
}

export function cos(x: number): number {
  const t1 = nearest((x * 0.6366197723675814));
  const t2 = (x - (t1 * 1.5707963267341256));
  const t3 = (t1 * 6.077100506303966e-11);
  const t4 = (t2 - t3);
  const t5 = ((t1 * 2.0222662487959506e-21) - ((t2 - t4) - t3));
  const t6 = (t4 - t5);
  const t7 = ((t4 - t6) - t5);
  const t8 = (t6 * t6);
  const t9 = (t8 * t6);
  const t10 = (0.5 * t8);
  const t11 = (1 - t10);
  const t12 = (t1 + 1);
  const t13 = Math.floor((t12 * 0.5));
  const t14 = (((t13 + t13) === t12) ? (t6 - (((t8 * ((0.5 * t7) - (t9 * (0.00833333333332249 + (t8 * ((-0.0001984126982985795) + (t8 * (0.0000027557313707070068 + (t8 * ((-2.5050760253406863e-8) + (t8 * 1.58969099521155e-10))))))))))) - t7) - (t9 * (-0.16666666666666632)))) : (t11 + (((1 - t11) - t10) + ((t8 * (t8 * (0.0416666666666666 + (t8 * ((-0.001388888888887411) + (t8 * (0.00002480158728947673 + (t8 * ((-2.7557314351390663e-7) + (t8 * (2.087572321298175e-9 + (t8 * (-1.1359647557788195e-11))))))))))))) - (t6 * t7)))));
  const t15 = Math.floor((t13 * 0.5));
  return ((Math.abs(x) <= 1073741824) ? (((t15 + t15) === t13) ? t14 : (-t14)) : Number.NaN);
}

export function pow(x: number, y: number): number {
  const t1 = Math.abs(x);
  const t2 = (t1 < 2.2250738585072014e-308);
  const t3 = (t1 * (t2 ? 18014398509481984 : 1));
  const t4 = mantissa(t3);
  const t5 = (1.7320508075688772 <= t4);
  const t6 = ((1.224744871391589 <= t4) && (!t5));
  const t7 = (t4 * (t5 ? 0.5 : 1));
  const t8 = (exponent(t3) + ((t5 ? 1 : 0) - (t2 ? 54 : 0)));
  const t9 = (t6 ? 1.5 : 1);
  const t10 = (t6 ? 0.5849624872207642 : 0);
  const t11 = (t7 - t9);
  const t12 = (t7 + t9);
  const t13 = (1 / t12);
  const t14 = (t11 * t13);
  const t15 = Math.fround(t14);
  const t16 = Math.fround(t12);
  const t17 = (t13 * ((t11 - (t15 * t16)) - (t15 * (t7 - (t16 - t9)))));
  const t18 = (t14 * t14);
  const t19 = (((t18 * t18) * (0.5999999999999946 + (t18 * (0.4285714285785502 + (t18 * (0.33333332981837743 + (t18 * (0.272728123808534 + (t18 * (0.23066074577556175 + (t18 * 0.20697501780033842))))))))))) + (t17 * (t15 + t14)));
  const t20 = (t15 * t15);
  const t21 = Math.fround(((3 + t20) + t19));
  const t22 = (t15 * t21);
  const t23 = ((t17 * t21) + ((t19 - ((t21 - 3) - t20)) * t14));
  const t24 = Math.fround((t22 + t23));
  const t25 = (0.9617967009544373 * t24);
  const t26 = ((((-7.028461650952758e-9) * t24) + ((t23 - (t24 - t22)) * 0.9617966939259756)) + (t6 ? 1.350039202129749e-8 : 0));
  const t27 = Math.fround((((t25 + t26) + t10) + t8));
  const t28 = (t26 - (((t27 - t8) - t10) - t25));
  const t29 = (36893488147419103000 < y ? 36893488147419103000 : y);
  const t30 = (t29 < (-36893488147419103000) ? (-36893488147419103000) : t29);
  const t31 = Math.fround(t30);
  const t32 = (((t30 - t31) * t27) + (t30 * t28));
  const t33 = (t31 * t27);
  const t34 = (t32 + t33);
  const t35 = (1100 < t34 ? 1100 : t34);
  const t36 = nearest((t35 < (-1100) ? (-1100) : t35));
  const t37 = (t33 - t36);
  const t38 = Math.fround((t32 + t37));
  const t39 = (t38 * 0.6931471824645996);
  const t40 = (((t32 - (t38 - t37)) * 0.6931471805599453) + (t38 * (-1.904654299957768e-9)));
  const t41 = (t39 + t40);
  const t42 = (t40 - (t41 - t39));
  const t43 = (t41 * t41);
  const t44 = (t41 - (t43 * (0.16666666666666602 + (t43 * ((-0.0027777777777015593) + (t43 * (0.00006613756321437934 + (t43 * ((-0.0000016533902205465252) + (t43 * 4.1381367970572385e-8))))))))));
  const t45 = Math.floor((t36 * 0.5));
  const t46 = (0 < y);
  const t47 = ((t1 === Number.POSITIVE_INFINITY) ? (t46 ? Number.POSITIVE_INFINITY : 0) : ((t1 === 0) ? (t46 ? 0 : Number.POSITIVE_INFINITY) : ((1100 <= t34) ? Number.POSITIVE_INFINITY : ((t34 <= (-1100)) ? 0 : (((1 - ((((t41 * t44) / (t44 - 2)) - (t42 + (t41 * t42))) - t41)) * powerOfTwo(t45)) * powerOfTwo((t36 - t45)))))));
  const t48 = (y * 0.5);
  const t49 = (copySign(1, x) < 0);
  return ((y === 0) ? 1 : (((x === x) && (y === y)) ? ((((x < 0) && (!(Math.floor(y) === y))) && (!(t1 === Number.POSITIVE_INFINITY))) ? Number.NaN : ((t49 && ((Math.floor(y) === y) && (!(Math.floor(t48) === t48)))) ? (-t47) : t47)) : Number.NaN));
}
